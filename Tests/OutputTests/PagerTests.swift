import Foundation
import TestSupport
import Testing

@testable import Output

@Suite struct PagerTests {
  @Test(
    arguments: [
      ([:], ["less", "-FRX"]),
      (["PAGER": "more"], ["more"]),
      (["PAGER": "more", "TRAWL_PAGER": "less -S"], ["/bin/sh", "-c", "less -S"]),
      (["PAGER": "more", "TRAWL_PAGER": ""], nil),
      (["PAGER": "cat"], nil),
      (["PAGER": " "], nil),
      (["PAGER": "/opt/a_b/p-1.2"], ["/opt/a_b/p-1.2"]),
      (["PAGER": "$HOME/p"], ["/bin/sh", "-c", "$HOME/p"]),
      (["TERM": "dumb", "PAGER": "more"], nil),
    ] as [([String: String], [String]?)]
  )
  func environmentChoosesThePager(environment: [String: String], expected: [String]?) {
    let environment = ["TERM": "xterm"].merging(environment) { _, given in given }
    #expect(Pager(variable: "TRAWL_PAGER", environment: environment)?.words == expected)
  }

  @Test func lessIsToldHowToBehaveUnlessItsUserDid() {
    #expect(Pager(.shell("less"), environment: [:]).environment == ["LESS=FRX"])
    #expect(Pager(.shell("less"), environment: ["LESS": "S"]).environment == ["LESS=S"])
  }
}

@Suite struct PagedSinkTests {
  private let plain = MemorySink()
  private let folder: TemporaryFolder
  private var shown: String { folder.url.appending(path: "shown").path }

  init() throws {
    folder = try TemporaryFolder()
    // As the program does: a pager that has gone shows as an error.
    signal(SIGPIPE, SIG_IGN)
  }

  private func sink(_ command: String, columns: Int = 20, rows: Int = 5) -> PagedSink {
    let sink = PagedSink(plain)
    let pager = Pager(.shell(command), environment: ["PATH": "/usr/bin:/bin", "SHOWN": shown])
    sink.page(with: pager, on: Terminal(columns: columns, rows: rows))
    return sink
  }

  private func paged() -> String? {
    FileManager.default.contents(atPath: shown).map { String(decoding: $0, as: UTF8.self) }
  }

  private let lines = (1...400).map { "line \($0)\n" }

  @Test func whatFitsTheScreenIsWrittenAtTheEnd() throws {
    let sink = sink("cat > $SHOWN")
    #expect(!sink.isHolding)
    for line in lines.prefix(4) { try sink.write(line) }
    try sink.flush()
    #expect(plain.text.isEmpty && sink.isHolding)
    try sink.finish()
    #expect(plain.text == lines.prefix(4).joined())
    #expect(!sink.isHolding && paged() == nil)
  }

  @Test func whatDoesNotGoesThroughThePager() throws {
    let sink = sink("cat > $SHOWN")
    for line in lines { try sink.write(line) }
    #expect(sink.isHolding)
    try sink.finish()
    #expect(plain.text.isEmpty)
    #expect(paged() == lines.joined())
  }

  @Test func longLinesCountAsTheyAreShown() throws {
    let sink = sink("cat > $SHOWN", columns: 20, rows: 5)
    try sink.write(
      String(repeating: "x", count: 20) + "\n" + String(repeating: "y", count: 61) + "\n"
    )
    try sink.finish()
    #expect(plain.text.isEmpty && paged()?.count == 83)
  }

  @Test func withoutAPagerToAskForNothingIsHeld() throws {
    let sink = PagedSink(plain)
    try sink.write("a\n")
    #expect(plain.text == "a\n" && !sink.isHolding)
    try sink.finish()
  }

  @Test func missingProgramIsNoFault() throws {
    let sink = PagedSink(plain)
    let pager = Pager(.program(["/no/such/pager"]), environment: [:])
    sink.page(with: pager, on: Terminal(rows: 3))
    for line in lines { try sink.write(line) }
    try sink.finish()
    #expect(plain.text == lines.joined())
  }

  @Test(arguments: [10, 100_000])
  func programThatTheShellDoesNotFindLosesNothing(count: Int) throws {
    let sink = sink("no-such-pager -x 2> /dev/null")
    let text = (0..<count).map { "line \($0)\n" }
    for line in text { try sink.write(line) }
    try sink.finish()
    #expect(plain.text == text.joined())
  }

  @Test func userWhoHasSeenEnoughEndsTheOutput() throws {
    let sink = sink("head -n 1 > $SHOWN")
    #expect(throws: OutputError.brokenPipe) {
      for _ in 0..<100_000 { for line in lines { try sink.write(line) } }
    }
    try sink.finish()
    #expect(plain.text.isEmpty)
    #expect(paged() == "line 1\n")
  }
}
