import Foundation
import Testing

/// Answers on a terminal, through pagers that leave a mark.
@Suite struct PagerCommandTests {
  private static let marking = ["TRAWL_PAGER": "sed s/^/P:/", "NO_COLOR": "1"]

  @Test(
    arguments: [
      ["search", "--all"], ["search", "--all", "--format", "json"], ["flagged"], ["status"],
      ["report", "weekly-activity"], ["report", "list"], ["report", "show", "weekly-activity"],
      ["query", "list"], ["query", "show", "most-liked"], ["query", "run", "escalations", "--all"],
      ["check"],
    ]
  )
  func longAnswerGoesThroughThePager(words: [String]) throws {
    let (shown, result) = try PseudoTerminal.trawl(words, environment: Self.marking, rows: 4)
    #expect(result.status == 0, "\(result.errors)")
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.hasPrefix("P:") })
  }

  @Test func shortAnswerDoesNot() throws {
    let (shown, result) = try PseudoTerminal.trawl(
      ["search", "-n", "2", "--format", "ids"],
      environment: Self.marking
    )
    #expect(result.status == 0)
    #expect(shown.split(separator: "\n").count == 2)
    #expect(!shown.contains("P:"))
  }

  @Test(
    arguments: [
      ["TRAWL_PAGER": ""], ["TRAWL_PAGER": "cat"], ["TRAWL_PAGER": "no-such-pager"],
      ["TRAWL_PAGER": "no-such-pager -x 2>/dev/null"], ["TERM": "dumb"], ["PATH": "/none"],
    ]
  )
  func withoutAPagerNothingIsLost(environment: [String: String]) throws {
    let plain = try Tenant.trawl("search", "--all", "--format", "ids")
    let (shown, result) = try PseudoTerminal.trawl(
      ["search", "--all", "--format", "ids"],
      environment: environment
    )
    #expect(result.status == 0)
    #expect(result.errors == plain.errors)
    #expect(shown == plain.text)
  }

  @Test func pagerMayBeRefused() throws {
    let (shown, _) = try PseudoTerminal.trawl(
      ["search", "--all", "--no-pager"],
      environment: Self.marking
    )
    #expect(!shown.contains("P:"))
  }

  @Test func ownVariableComesFirst() throws {
    let (shown, _) = try PseudoTerminal.trawl(
      ["search", "--all", "--format", "ids"],
      environment: ["PAGER": "sed s/^/Q:/", "TRAWL_PAGER": "sed s/^/P:/"]
    )
    #expect(shown.hasPrefix("P:"))
  }

  @Test func userWhoHasSeenEnoughIsNoFault() throws {
    let (shown, result) = try PseudoTerminal.trawl(
      ["search", "--all"],
      environment: ["PAGER": "head -n 3", "NO_COLOR": "1"]
    )
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(shown.split(separator: "\n").count == 3)
  }

  @Test func pipeIsNeverPaged() throws {
    let result = try Tenant.trawl("search", "--all", environment: Self.marking)
    #expect(!result.text.contains("P:"))
  }

  @Test func messagesComeAfterTheAnswer() throws {
    // Standard error on the same terminal, as at a shell.
    let (shown, _) = try PseudoTerminal.trawl(
      ["search", "-n", "40"],
      environment: Self.marking,
      sharingErrors: true
    )
    let lines = shown.split(separator: "\n")
    #expect(lines.last?.contains("--cursor") == true)
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("P:") || $0.hasPrefix("the index is") })
  }

  @Test func batchAnswersAtOnce() throws {
    let place = try Workplace()
    try place.write("queries", Array(repeating: "lisbon\n", count: 40).joined())
    let (shown, result) = try PseudoTerminal.trawl(
      ["search", "--batch", place.path("queries"), "-n", "1"],
      environment: Self.marking
    )
    #expect(result.status == 0)
    #expect(!shown.contains("P:"))
  }
}
