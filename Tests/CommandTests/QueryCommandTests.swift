import Foundation
import Testing

@Suite struct QueryCommandTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "queries")

  private static func shipped() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { $0.replacing(".query", with: "") }
  }

  /// The copies inside the binary are those of `queries/`: `make embed` brings them in step.
  @Test func binaryHoldsTheQueriesOfTheFolder() throws {
    let names = try Self.shipped()
    #expect(try Tenant.trawl("query", "list", "--format", "ids").lines == names)
    for name in names {
      let file = try Data(contentsOf: Self.folder.appending(path: "\(name).query"))
      #expect(try Tenant.trawl("query", "show", name).output == file, "run 'make embed'")
    }
  }

  @Test func everyShippedQueryRunsAndSaysWhatItIsFor() throws {
    let listed = try Tenant.trawl("query", "list", "--format", "json").object()
    let queries = try #require(listed["queries"] as? [[String: Any]])
    for query in queries {
      #expect((query["description"] as? String)?.isEmpty == false)
      let name = try #require(query["name"] as? String)
      var text = try #require(query["query"] as? String)
      var settings: [String] = []
      for parameter in try #require(query["parameters"] as? [String]) {
        var (key, value) = try #require(parameter.pair)
        // There is no account here for `me` to be.
        if value == "me" {
          value = try #require(Tenant.records("items").first?["creatorId"] as? String)
        }
        settings += ["--set", "\(key)=\(value)"]
        text = text.replacing("{{\(key)}}", with: value)
      }
      let words = ["--all", "--format", "ids"]
      let result = try Tenant.place.run(["query", "run", name] + settings + words)
      #expect(result.status <= 1, "\(result.errors)")
      let search = try Tenant.place.run(["search", text] + words)
      #expect(result.lines.sorted() == search.lines.sorted(), "\(name)")
    }
  }

  /// What the tour of `make demo` runs is there to be run.
  @Test func theDemoNamesShippedQueries() throws {
    let script = Self.folder.deletingLastPathComponent().appending(path: "Scripts/demo.sh")
    let text = try String(contentsOf: script, encoding: .utf8)
    let list = text.split(separator: "for query in ", maxSplits: 1).last?.prefix { $0 != ";" } ?? ""
    let names = list.split { !($0.isLetter || $0 == "-") }.map(String.init) + ["most-liked"]
    let shipped = try Self.shipped()
    #expect(names.count > 4 && Set(names).isSubset(of: shipped))
  }

  @Test func queryOfOnesOwnComesFirst() throws {
    let place = try Workplace()
    try place.write(
      "config/trawl/queries/mine.query",
      "# mine\n\ntitle: Mine\nquery: is:liked\nsort: oldest\nlimit: 3\n"
    )
    try place.write("config/trawl/queries/most-liked.query", "query: is:reply\n")
    let own = ["XDG_CONFIG_HOME": place.path("config")]
    let mine = try Tenant.trawl("query", "run", "mine", "-f", "ids", environment: own)
    let words = ["search", "is:liked", "--sort", "oldest", "--limit", "3", "-f", "ids"]
    #expect(mine.lines == (try Tenant.place.run(words).lines))
    #expect(mine.lines.count == 3)
    // Options come before what the file says; words narrow it.
    let more = try Tenant.trawl("query", "run", "mine", "-n", "4", "-f", "ids", environment: own)
    #expect(more.lines.count == 4)
    let narrow = try Tenant.trawl("search", "@mine", "the", "--count", environment: own)
    #expect(narrow.text == (try Tenant.trawl("search", "is:liked the", "--count").text))
    let replies = try Tenant.trawl("query", "run", "most-liked", "--count", environment: own)
    #expect(replies.text == (try Tenant.trawl("search", "is:reply", "--count").text))
    // At home, where no XDG folder is set.
    try place.write("home/.config/trawl/queries/here.query", "query: is:liked\n")
    let home = ["HOME": place.path("home")]
    #expect(try Tenant.trawl("query", "run", "here", "--count", environment: home).status == 0)
  }

  @Test(arguments: [
    (
      "titel: x",
      ":1: unknown key 'titel'; there are title, description, parameter, query, sort, limit and format"
    ),
    ("# x\nwhat", ":2: a line is written 'key: value'; comments begin with '#'"),
    ("query: a\nquery: b", ":2: 'query' stands here a second time"),
    ("query:", ":1: 'query' has no value"),
    ("title: x", ":1: there is no line 'query: …'"),
    (
      "query: a\nsort: best",
      ":2: unknown order 'best'; there are newest, oldest, relevance, likes and replies"
    ),
    ("query: a\n\nlimit: 0", ":3: the limit '0' is no number from 1 on"),
    (
      "title: x\nquery: form:a",
      ":2: 'form:' is not a key; did you mean 'from:'?\n  form:a\n  ^^^^^"
    ),
    (
      "query: x from:nobody", ":1: no person is known as 'nobody'\n  x from:nobody\n    ^^^^^^^^^^^"
    ),
  ])
  func errorsNameFileAndLine(text: String, message: String) throws {
    let place = try Workplace()
    try place.write("bad.query", text)
    let result = try Tenant.trawl("query", "run", "bad", "--queries-dir", place.folder.path)
    #expect(result.status == 2)
    #expect(result.errors == "trawl: \(place.folder.path)/bad.query\(message)\n")
  }

  @Test func fileThatIsWrongHidesNothing() throws {
    let place = try Workplace()
    try place.write("bad.query", "x")
    let list = try Tenant.trawl("query", "list", "-f", "ids", "--queries-dir", place.folder.path)
    #expect(list.status == 3)
    #expect(list.lines == (try Self.shipped()))
    #expect(list.errors.contains("bad.query:1: "))
  }

  @Test(arguments: ["nope", "../mine", ".hidden", ""])
  func unknownNamesAreSaid(name: String) throws {
    let result = try Tenant.trawl("query", "run", name)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("trawl: there is no saved query '\(name)'; there are "))
  }

  /// `@ana` may be a mention: only the names of saved queries are theirs.
  @Test func atSignWithoutAQueryIsAWord() throws {
    let result = try Tenant.trawl("search", "@xyzzyplugh")
    #expect(result.status == 1)
    #expect(result.errors.contains("no saved query is called so"))
  }
}

extension String {
  /// What stands before and after the first `=`.
  fileprivate var pair: (key: String, value: String)? {
    let halves = split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return halves.count == 2 ? (String(halves[0]), String(halves[1])) : nil
  }
}
