import Arguments
import Output
import Testing

@testable import trawl

@Suite struct FailureTests {
  @Test func usageErrorsCarryTheirHint() {
    let failure = Failure(UsageError(.unexpectedArgument("x\u{7}"), command: ["trawl", "status"]))
    #expect(failure.text == "trawl: unexpected argument 'x␇'\nSee 'trawl status --help'.")
    #expect(failure.outcome == .usage)
  }

  @Test func goneReaderIsNoFailure() {
    let failure = Failure(OutputError.brokenPipe)
    #expect(failure.text.isEmpty)
    #expect(failure.outcome == .done)
  }

  @Test func unknownErrorsAreOneLine() {
    struct Odd: Error, CustomStringConvertible { let description = "odd\n\u{1B}[1mthing" }
    let failure = Failure(Odd())
    #expect(failure.text == "trawl: odd ␛[1mthing")
    #expect(failure.outcome == .failed)
  }

  @Test func queriesArePointedAt() {
    let failure = Failure(
      "unknown key 'form:'",
      at: 7..<12,
      in: "中文 form:al",
      hint: "Did you mean 'from:'?"
    )
    #expect(
      failure.text == """
        trawl: unknown key 'form:'
          中文 form:al
               ^^^^^
        Did you mean 'from:'?
        """
    )
    #expect(failure.outcome == .usage)
  }
}
