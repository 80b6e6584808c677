import Foundation
import Testing

@testable import Output

@Suite struct JSONRowsTests {
  private let columns = [
    Column("id", isIdentifier: true), Column("at"), Column("tags"), Column("snippet"),
    Column("pretty", audience: .people),
  ]
  private let row: [Cell] = [
    .text("x"), .time(1_521_019_560_123), .list(["a", "b"]),
    .passage(Passage("say hi", marking: [4..<6])), .text("no"),
  ]

  @Test func documentHoldsRowsBetweenItsMembers() throws {
    let sink = MemorySink()
    let envelope = Envelope(rowsName: "hits", head: [.init("schemaVersion", .integer(1))])
    let writer = RowWriter(.json, columns: columns, to: sink, envelope: envelope)
    try writer.write(row)
    try writer.write([.null, .null, .null, .null, .null])
    try writer.finish([.init("cursor", .text("c"))])
    #expect(
      sink.text == """
        {
          "schemaVersion": 1,
          "hits": [
            {"id": "x", "at": 1521019560123, "tags": ["a", "b"], "snippet": "say [hi]"},
            {"id": null, "at": null, "tags": null, "snippet": null}
          ],
          "cursor": "c"
        }

        """
    )
    #expect(writer.rowCount == 2)
  }

  @Test func documentWithoutRowsIsWhole() throws {
    let sink = MemorySink()
    try RowWriter(.json, columns: columns, to: sink).finish()
    #expect(sink.text == "{\n  \"rows\": []\n}\n")
  }

  @Test func ndjsonIsAnObjectALine() throws {
    let sink = MemorySink()
    let writer = RowWriter(.ndjson, columns: columns, to: sink)
    try writer.write(row)
    try writer.write([.text("\n\u{2028}"), .integer(-1), .real(0.5), .boolean(false), .null])
    try writer.finish([.init("ignored", .null)])
    let lines = sink.text.split(separator: "\n")
    #expect(
      lines == [
        #"{"id":"x","at":1521019560123,"tags":["a","b"],"snippet":"say [hi]"}"#,
        #"{"id":"\n\u2028","at":-1,"tags":0.5,"snippet":false}"#,
      ]
    )
  }

  @Test func rowsLeaveWhileOthersAreStillToCome() throws {
    let sink = MemorySink()
    let writer = RowWriter(.ndjson, columns: [Column("text")], to: sink)
    for _ in 0..<2000 { try writer.write([.text(String(repeating: "x", count: 100))]) }
    #expect(sink.bytes.count > 150_000)
  }
}

@Suite struct PassageTests {
  @Test(
    arguments: [
      ("big win", [4..<7], "big [win]"), ("big win", [0..<3, 4..<7], "[big] [win]"),
      ("big", [0..<99], "[big]"), ("big", [1..<1], "big"), ("big", [5..<9], "big"),
      ("", [0..<1], ""),
      ("bigger", [0..<4, 2..<6], "[bigg][er]"), ("big", [-3..<2], "[bi]g"),
    ] as [(String, [Range<Int>], String)]
  )
  func rangesAreMarked(text: String, ranges: [Range<Int>], expected: String) {
    let passage = Passage(text, marking: ranges)
    #expect(passage.marked("[", "]") == expected)
    #expect(passage.text == text)
  }
}
