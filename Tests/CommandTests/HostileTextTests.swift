import Foundation
import Testing

/// Message text must be text wherever it comes out: never an escape sequence, a swapped line or a formula.
@Suite struct HostileTextTests {
  private static let evil =
    "=HYPERLINK(1) \u{1B}[2J\u{1B}]0;x\u{7} \u{202E}desrever \u{9B}31m |<b>`x`\u{0}end"

  private static let place = Result { try makePlace() }

  private static func makePlace() throws -> Workplace {
    let text = try json(evil)
    return try Workplace(
      items: [
        #"{"itemId":"i","convId":"c","creatorId":"u","type":"TEXT","creationTime":1772667000000,"#
          + #""text":{"content":\#(text),"subject":\#(text),"contentType":"PLAIN","state":"CREATED"},"#
          + #""attachments":[{"fileId":"f","fileName":\#(text),"size":1}]}"#
      ],
      users: [#"{"userId":"u","displayName":\#(text)}"#],
      conversations: [#"{"convId":"c","type":"GROUP","topic":\#(text)}"#],
      flags: [#"{"userId":"u","itemId":"i","convId":"c"}"#]
    )
  }

  private static func json(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }

  private static let commands = [
    ["search"], ["flagged"], ["flagged", "--group", "author"],
    ["report", "weekly-activity", "--week", "2026-W10"],
  ]

  @Test(arguments: commands, ["table", "markdown", "csv", "json", "ndjson"])
  func noControlReachesTheOutput(command: [String], format: String) throws {
    if command[0] == "report", ["table", "ndjson"].contains(format) { return }
    let result = try Self.place.get().run(command + ["--format", format])
    #expect(result.status == 0)
    #expect(result.text.contains("desrever"))
    for scalar in (result.text + result.errors).unicodeScalars {
      let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
      #expect(!isControl || scalar == "\n" || scalar == "\r")
      // CSV keeps what only changes how a cell looks; Markdown isolates text that runs to the left.
      #expect(format == "csv" || !(0x202A...0x202E).contains(scalar.value))
      #expect(format == "markdown" || !(0x2066...0x2069).contains(scalar.value))
    }
  }

  @Test(arguments: commands)
  func noCellOfCSVIsAFormula(command: [String]) throws {
    let result = try Self.place.get().run(command + ["--format", "csv"])
    let cells = result.csv().flatMap(\.self)
    #expect(cells.contains { $0.hasPrefix("'=HYPERLINK") })
    #expect(!cells.contains { $0.hasPrefix("=") })
    let raw = try Self.place.get().run(command + ["--format", "csv", "--raw"])
    #expect(raw.csv().flatMap(\.self).contains { $0.hasPrefix("=HYPERLINK") })
  }

  @Test func errorsRepeatWhatWasTypedSafely() throws {
    let result = try Self.place.get().trawl("search", "from:\u{1B}[31mx\u{202E}")
    #expect(result.status == 2)
    #expect(!result.errors.contains("\u{1B}") && !result.errors.contains("\u{202E}"))
  }

  /// Under a terminal the only escapes are our own colours; with NO_COLOR there are none.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func onlyOurColoursReachATerminal() throws {
    let place = try Self.place.get()
    let command = "trawl search --db '\(place.database)' desrever"
    let coloured = try shell("TERM=xterm script -qec \"\(command)\" /dev/null </dev/null")
    #expect(coloured.text.contains("\u{1B}[1;4mdesrever\u{1B}[0m"))
    let escapes = coloured.text.components(separatedBy: "\u{1B}").dropFirst()
    #expect(escapes.allSatisfy { $0.wholeMatch(of: /(?s)\[[0-9;]*[mK].*/) != nil })
    let plain = try shell("NO_COLOR=1 TERM=xterm script -qec \"\(command)\" /dev/null </dev/null")
    #expect(plain.text.contains("[desrever]"))
    #expect(!plain.text.contains("\u{1B}"))
  }
}
