import Synchronization
import Testing

@testable import Output

@Suite struct TerminalTests {
  @Test(
    arguments: [
      (["TERM": "xterm"], true), (["TERM": "dumb"], false), ([:], false),
      (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "xterm", "NO_COLOR": ""], true),
    ] as [([String: String], Bool)]
  )
  func coloursFollowTheEnvironment(environment: [String: String], expected: Bool) {
    #expect(Terminal.wantsColour(environment) == expected)
  }

  @Test(
    arguments: [
      (nil, nil, 80), ("132", 100, 132), (nil, 100, 100), ("x", 100, 100), ("0", nil, 80),
      ("5", nil, 20), ("999999", nil, 1000), (nil, 0, 80),
    ] as [(String?, Int?, Int)]
  )
  func widthIsTheFirstThatMakesSense(variable: String?, window: Int?, expected: Int) {
    #expect(Terminal.columns(variable, window) == expected)
  }

  @Test(
    arguments: [
      (nil, nil, 24), ("50", 30, 50), (nil, 30, 30), ("x", 30, 30), (nil, 0, 24), ("1", nil, 2),
    ] as [(String?, Int?, Int)]
  )
  func heightIsTheFirstThatMakesSense(variable: String?, window: Int?, expected: Int) {
    #expect(Terminal.rows(variable, window) == expected)
  }
}

@Suite struct ProgressBarTests {
  /// Time and a terminal under the test's control.
  private final class Stage: Sendable {
    let clock = Mutex(ContinuousClock.now)
    let written = Mutex<[String]>([])

    func bar(isInteractive: Bool = true, columns: Int = 60) -> ProgressBar {
      ProgressBar(
        terminal: Terminal(isInteractive: isInteractive, columns: columns),
        now: { self.clock.withLock { $0 } },
        write: { text in self.written.withLock { $0.append(text) } }
      )
    }

    func pass(_ duration: Duration) { clock.withLock { $0 += duration } }
    var lines: [String] { written.withLock { $0 } }
  }

  @Test func lineIsWrittenAtMostTenTimesASecond() {
    let stage = Stage()
    let bar = stage.bar()
    for step in 0..<1000 {
      bar.update(.init(label: "importing", completed: Int64(step), total: 1000))
      stage.pass(.milliseconds(2))
    }
    #expect(stage.lines.count == 20)
  }

  @Test func nothingIsWrittenWhereNobodySits() {
    let stage = Stage()
    let bar = stage.bar(isInteractive: false)
    bar.update(.init(label: "importing"))
    bar.clear()
    #expect(stage.lines.isEmpty)
  }

  @Test func lineIsClearedOnce() {
    let stage = Stage()
    let bar = stage.bar()
    bar.update(.init(label: "importing"))
    bar.clear()
    bar.clear()
    #expect(stage.lines == ["\rimporting\u{1B}[K", "\r\u{1B}[K"])
  }

  @Test func lineShowsShareAndDetailAndFits() {
    let half = ProgressBar.State(label: "a\nb", completed: 50, total: 100, detail: "50 items/s")
    #expect(
      ProgressBar.line(half, columns: 60) == "a b  ██████████░░░░░░░░░░ 50 %  50 items/s"
    )
    #expect(ProgressBar.line(half, columns: 10) == "a b  ████…")
    let over = ProgressBar.State(label: "x", completed: 5, total: 3)
    #expect(ProgressBar.line(over, columns: 60).hasSuffix(" 100 %"))
    let nearly = ProgressBar.State(label: "x", completed: 9999, total: 10_000)
    #expect(ProgressBar.line(nearly, columns: 60).hasSuffix(" 99 %"))
    #expect(ProgressBar.line(.init(label: "x", detail: "7"), columns: 60) == "x  7")
  }
}
