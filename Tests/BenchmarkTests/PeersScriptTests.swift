import Foundation
import TestSupport
import Testing

/// The script on an archive of a few items, where there is a Python.
@Suite("The script that measures peers", .enabled(if: ExternalProgram("python3") != nil))
struct PeersScriptTests {
  private let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scripts/bench-peers.py").path

  private func item(_ id: Int, _ content: String, by person: String = "p", type: String = "TEXT")
    -> String
  {
    #"{"itemId":"i\#(id)","convId":"c\#(id % 2)","type":"\#(type)","creatorId":"\#(person)","#
      + #""creationTime":\#(id * 1_000),"text":{"contentType":"RICH","content":"\#(content)"}}"#
      + "\n"
  }

  @Test("SQLite finds what each kind of query asks for, and its index is used again")
  func finds() throws {
    let folder = try TemporaryFolder()
    let items = [
      item(1, "red <b>apple</b> pie"), item(2, "a green apple", by: "q"), item(3, "pie &amp; tea"),
      "broken\n", item(4, "apple", type: "SYSTEM"),
    ]
    try folder.write("items.ndjson", items.joined())
    let queries = [
      #"{"words":["apple"]}"#, #"{"words":["apple","pie"]}"#, #"{"phrase":["green","apple"]}"#,
      #"{"prefix":"app"}"#, #"{"any":["green","tea"]}"#, #"{"words":["apple"],"creatorId":"q"}"#,
      #"{"words":["pie"],"convId":"c1"}"#, #"{"words":["apple"],"from":1000,"to":2000}"#,
    ]
    let kinds = queries.enumerated().map { #"{"name":"\#($0)","queries":[\#($1)]}"# }
    try folder.write("queries.json", "[" + kinds.joined(separator: ",") + "]")
    let python = try #require(ExternalProgram("python3"))
    let arguments = [
      script, folder.path, folder.path("queries.json"), "--work", folder.path("work"), "--peers",
      "fts5",
    ]
    for round in 0..<2 {
      let result = try python.run(arguments, in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      )
      #expect(answer["items"] as? Int == 3)
      #expect(answer["reused"] as? Bool == (round == 1))
      let classes = try #require(answer["classes"] as? [[String: Any]], "\(answer)")
      let counts = classes.compactMap { ($0["counts"] as? [Int])?.first }
      #expect(counts == [2, 1, 1, 2, 2, 1, 2, 1])
      #expect(classes.allSatisfy { ($0["newest"] as? [Double])?.count == 1 })
    }
  }

  @Test("A peer that is not known is a usage error")
  func stranger() throws {
    let folder = try TemporaryFolder()
    try folder.write("queries.json", "[]")
    let result = try #require(ExternalProgram("python3")).run(
      [script, folder.path, folder.path("queries.json"), "--work", folder.path, "--peers", "grep"],
      in: folder
    )
    #expect(result.status == 2)
    #expect(result.errors.contains("no peer is called 'grep'"))
  }
}
