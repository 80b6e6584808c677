import Foundation
import Testing

@testable import Circuit

@Suite struct APIClientTests {
  private static let me = #"{"userId":"u"}"#

  @Test func anAnswerNeedsOneRequest() throws {
    let the = try ScriptedClient([.status(200, Self.me)])
    #expect(try the.client.send(.profile()).userId == "u")
    #expect(the.transport.targets == ["/rest/v2/users/profile"])
    #expect(the.transport.authorizations == ["Bearer token-1"])
    #expect(the.governor.activity.sent == 1 && the.governor.activity.inFlight == 0)
  }

  @Test(arguments: [
    ScriptedTransport.Answer.status(500), .status(502), .status(503), .status(504), .status(429),
    .status(200, "[1"), .status(200, "<html>"), .error(TransportError(.connectionLost)),
    .error(TransportError(.timedOut)), .error(TransportError(.badEncoding)),
  ])
  func whatPassesIsTriedAgain(fault: ScriptedTransport.Answer) throws {
    let the = try ScriptedClient([fault, fault, .status(200, Self.me)])
    #expect(try the.client.send(.profile()).userId == "u")
    #expect(the.transport.requests.count == 3)
    #expect(the.timekeeper.waits == [.milliseconds(250), .milliseconds(500)])
    #expect(the.governor.activity.inFlight == 0)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let answer: ScriptedTransport.Answer
    let error: APIError
    let requests: Int
    var testDescription: String { "\(error)" }
  }

  @Test(arguments: [
    Case(
      answer: .status(400, #"{"message":"no participant"}"#),
      error: .refused(operation: "getProfile", status: 400, message: "no participant"),
      requests: 1
    ),
    Case(
      answer: .status(403, "not\nfor you"),
      error: .forbidden(operation: "getProfile", scope: "READ_USER_PROFILE", message: "not"),
      requests: 1
    ),
    Case(
      answer: .status(404, "<html>"),
      error: .notFound(operation: "getProfile", message: nil),
      requests: 1
    ),
    Case(
      answer: .status(409),
      error: .refused(operation: "getProfile", status: 409, message: nil),
      requests: 1
    ),
    Case(
      answer: .status(302),
      error: .unexpectedStatus(operation: "getProfile", status: 302),
      requests: 1
    ),
    Case(
      answer: .status(429, retryAfter: "1"),
      error: .rateLimited(operation: "getProfile", attempts: 10),
      requests: 10
    ),
    Case(
      answer: .status(500),
      error: .server(operation: "getProfile", status: 500, attempts: 6),
      requests: 6
    ),
    Case(
      answer: .status(501),
      error: .server(operation: "getProfile", status: 501, attempts: 1),
      requests: 1
    ),
    Case(
      answer: .status(200, "{}"),
      error: .malformed(
        operation: "getProfile",
        problem: .missingIdentifier("userId"),
        attempts: 3
      ),
      requests: 3
    ),
    Case(
      answer: .error(TransportError(.hostNotFound)),
      error: .transport(
        operation: "getProfile",
        error: TransportError(.hostNotFound),
        attempts: 3
      ),
      requests: 3
    ),
    Case(
      answer: .error(TransportError(.untrusted)),
      error: .transport(operation: "getProfile", error: TransportError(.untrusted), attempts: 1),
      requests: 1
    ),
    Case(answer: .error(TransportError(.stopped)), error: .stopped, requests: 1),
    Case(answer: .status(401), error: .unauthorized, requests: 1),
  ])
  func whatLastsIsReported(_ the: Case) throws {
    let scripted = try ScriptedClient([the.answer])
    #expect(throws: the.error) { try scripted.client.send(.profile()) }
    #expect(scripted.transport.requests.count == the.requests)
    #expect(scripted.governor.activity.inFlight == 0)
  }

  @Test func theServersWishHoldsEverybodyBack() throws {
    let the = try ScriptedClient([.status(503, retryAfter: "20"), .status(200, Self.me)])
    _ = try the.client.send(.profile())
    #expect(the.timekeeper.now == .milliseconds(20_250))
  }

  @Test func aWishAsADateIsObeyed() throws {
    let the = try ScriptedClient([
      .status(
        429,
        retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT",
        date: "Sun, 06 Nov 1994 08:49:30 GMT"
      ), .status(200, Self.me),
    ])
    _ = try the.client.send(.profile())
    #expect(the.timekeeper.now == .milliseconds(7250))
  }

  @Test func overloadHalvesTheLimit() throws {
    let the = try ScriptedClient([.status(503)])
    #expect(the.governor.activity.limit == 2)
    #expect(throws: APIError.self) { try the.client.send(.profile()) }
    #expect(the.governor.activity.limit == 1)
  }

  @Test func anElementThatStaysBrokenIsSetAside() throws {
    let body = #"[{"itemId":"a"},{"itemId":}]"#
    let the = try ScriptedClient([.status(200, body)])
    let page = try the.client.send(.conversationItems(of: "c", modTime: 0))
    #expect(page.items.count == 1 && page.rejected.count == 1)
    #expect(the.transport.requests.count == 3)
  }

  @Test func theBudgetEndsIt() throws {
    let the = try ScriptedClient([.status(500)], budget: 2)
    #expect(throws: APIError.budgetSpent(requests: 2)) { try the.client.send(.profile()) }
    #expect(the.transport.requests.count == 2)
  }

  @Test func aStoppedClientSendsNothing() throws {
    let the = try ScriptedClient([.status(200, Self.me)])
    the.client.stop()
    #expect(throws: APIError.stopped) { try the.client.send(.profile()) }
    #expect(the.transport.requests.isEmpty)
  }

  /// Threads that wait, some for a permit and some before another attempt, end when they are told to.
  @Test(arguments: [true, false])
  func thoseWhoWaitAreStopped(byGovernor: Bool) throws {
    let transport = ScriptedTransport(.status(503, retryAfter: "3600"))
    let governor = RequestGovernor()
    let client = APIClient(
      baseURL: try BaseURL("https://example.org"),
      credentials: Credentials(source: .tokenEnvironment("T"), environment: ["T": "t"]),
      transport: transport,
      governor: governor
    )
    let ended = DispatchGroup()
    for _ in 0..<6 {
      ended.enter()
      Thread.detachNewThread {
        #expect(throws: APIError.stopped) { try client.send(.profile()) }
        ended.leave()
      }
    }
    while transport.requests.isEmpty { usleep(1000) }
    if byGovernor { governor.stop() } else { client.stop() }
    #expect(ended.wait(timeout: .now() + 20) == .success)
  }
}
