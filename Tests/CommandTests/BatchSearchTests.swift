import Foundation
import Testing

@Suite struct BatchSearchTests {
  @Test func everyLineHasItsAnswerInOrder() throws {
    let queries = ["release", "form:x", "", "@release-talk", "is:liked", "xyzzyplugh", "\"odd"]
    let result = try Tenant.trawl(
      "search",
      "--batch",
      "-",
      "-n",
      "3",
      input: queries.joined(separator: "\n") + "\n"
    )
    #expect(result.status == 3)
    let answers = try result.objects()
    #expect(answers.map { $0["query"] as? String } == queries)
    for (query, answer) in zip(queries, answers) {
      if query == "form:x" {
        #expect(answer["error"] as? String == "'form:' is not a key; did you mean 'from:'?")
        #expect(answer["hits"] == nil)
        continue
      }
      let alone = try Tenant.trawl("search", query, "-n", "3", "--format", "json").object()
      let hits = try #require(answer["hits"] as? [[String: Any]])
      #expect(hits.map(Tenant.id) == (alone["hits"] as? [[String: Any]])?.map(Tenant.id))
      #expect((answer["elapsedMilliseconds"] as? Double).map { $0 >= 0 } == true)
    }
  }

  @Test func filesAreReadAndOptionsApply() throws {
    let place = try Workplace()
    try place.write("queries.txt", "the\r\nrelease")
    let result = try Tenant.trawl(
      "search",
      "--batch",
      place.path("queries.txt"),
      "--sort",
      "oldest",
      "--is",
      "reply",
      "-n",
      "2"
    )
    #expect(result.status == 0)
    let alone = try ["the", "release"].map { word in
      try Tenant.trawl("search", "is:reply", word, "--sort", "oldest", "-n", "2", "-f", "ids").lines
    }
    let answers = try result.objects().map { answer in
      try #require(answer["hits"] as? [[String: Any]]).map(Tenant.id)
    }
    #expect(answers == alone)
  }

  @Test func missingFileIsSaid() throws {
    let result = try Tenant.trawl("search", "--batch", "/nowhere/queries")
    #expect(result.status == 4)
    #expect(result.errors == "trawl: cannot read '/nowhere/queries': no such file or directory\n")
  }

  /// Another program asks, waits for the answer, and asks again.
  @Test func eachAnswerComesBeforeTheNextQuestion() throws {
    let line = """
      mkfifo in out; trawl search --db '\(Tenant.place.database)' --batch - -n 1 <in >out & \
      exec 3>in 4<out; for query in release the; do echo $query >&3; \
      IFS= read -r answer <&4; echo "$answer"; done; exec 3>&-; wait
      """
    let place = try Workplace()
    let result = try shell("cd '\(place.folder.path)'; \(line)")
    #expect(try result.objects().map { $0["query"] as? String } == ["release", "the"])
  }

  @Test func bytesThatAreNoTextAreAQueryToo() throws {
    let binary = try TrawlProcess.binary()
    let result = try TrawlProcess.run(
      [binary, "search", "--db", Tenant.place.database, "--batch", "-"],
      input: Data([0x61, 0xFF, 0x0A, 0x00, 0x62, 0x0A]) + Data(repeating: 0x61, count: 20_000)
    )
    let answers = try result.objects()
    #expect(answers.count == 3)
    #expect(answers.last?["error"] is String)
  }
}
