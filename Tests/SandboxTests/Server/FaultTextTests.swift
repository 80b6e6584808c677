import Sandbox
import Testing

/// Faults as text, and what is said of a wrong one.
@Suite struct FaultTextTests {
  @Test func settingsAreRead() throws {
    let fault = try SandboxFault(
      "429:every=7,after=3,times=2,operation=getConversationItems,conversation=c1,retry-after=1"
    )
    var expected = SandboxFault(.status(429))
    expected.every = 7
    expected.after = 3
    expected.times = 2
    expected.operation = "getConversationItems"
    expected.conversation = "c1"
    expected.retryAfter = .seconds(1)
    #expect(fault == expected)
    #expect(try SandboxFault("503:chance=0.25,retry-date=9").chance == 0.25)
    #expect(try SandboxFault("503:chance=0.25,retry-date=9").retryAfter == .date(9))
  }

  @Test(arguments: [
    ("reset", SandboxFault.Kind.reset), ("truncate", .truncate), ("bad-json", .badJSON),
    ("html", .html), ("delay", .delay(1_000)), ("delay:ms=20", .delay(20)),
    ("stall:ms=5", .stall(5)), ("expire-token", .expireToken), ("lose", .lose(400)),
    ("lose:status=403", .lose(403)), ("599", .status(599)),
  ])
  func kindsAreRead(text: String, kind: SandboxFault.Kind) throws {
    #expect(try SandboxFault(text).kind == kind)
  }

  @Test(arguments: [
    (
      "200",
      "'200' is no kind of fault: 400…599, reset, truncate, bad-json, html, delay, stall, "
        + "expire-token, lose"
    ),
    ("429:every", "'every' is no NAME=VALUE"),
    ("429:every=0", "'every' is a whole number from 1 to 1000000000"),
    ("429:chance=2", "'chance' is a number from 0 to 1"),
    ("429:operation=fly", "the API has no operation 'fly'"),
    ("429:ms=4", "'ms' says nothing of this kind of fault"),
    (
      "429:often=1",
      "'often' is none of every, chance, after, times, operation, conversation, retry-after, "
        + "retry-date, ms, status"
    ),
  ])
  func wrongOnesAreExplained(text: String, message: String) {
    let error = #expect(throws: SandboxFaultError.self) { try SandboxFault(text) }
    #expect(error?.description == message)
  }
}
