import Testing

@testable import Circuit

@Suite struct RetryPolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let failure: RetryPolicy.Failure
    /// How many attempts are made at it.
    let attempts: Int
    var testDescription: String { "\(failure)" }
  }

  @Test(arguments: [
    Case(failure: .status(429, retryAfter: nil), attempts: 10),
    Case(failure: .status(429, retryAfter: .seconds(1)), attempts: 10),
    Case(failure: .status(500, retryAfter: nil), attempts: 6),
    Case(failure: .status(502, retryAfter: nil), attempts: 6),
    Case(failure: .status(503, retryAfter: .seconds(9)), attempts: 6),
    Case(failure: .status(504, retryAfter: nil), attempts: 6),
    Case(failure: .status(301, retryAfter: nil), attempts: 1),
    Case(failure: .status(400, retryAfter: nil), attempts: 1),
    Case(failure: .status(403, retryAfter: nil), attempts: 1),
    Case(failure: .status(404, retryAfter: .seconds(1)), attempts: 1),
    Case(failure: .status(501, retryAfter: nil), attempts: 1),
    Case(failure: .malformed(.notAnArray), attempts: 3),
    Case(failure: .transport(TransportError(.timedOut)), attempts: 6),
    Case(failure: .transport(TransportError(.connectionLost)), attempts: 6),
    Case(failure: .transport(TransportError(.hostNotFound)), attempts: 6),
    Case(failure: .transport(TransportError(.untrusted)), attempts: 1),
    Case(failure: .transport(TransportError(.tooLarge)), attempts: 1),
    Case(failure: .transport(TransportError(.noLibrary)), attempts: 1),
  ])
  func eachFailureIsWorthSoManyAttempts(_ the: Case) {
    var policy = RetryPolicy()
    var attempts = 1
    while policy.next(after: the.failure, random: 0) != .giveUp { attempts += 1 }
    #expect(attempts == the.attempts)
    #expect(policy.attempts == the.attempts)
  }

  @Test func aNameThatNeverAnsweredIsSoonGivenUp() {
    var policy = RetryPolicy(isServerKnown: false)
    let failure = RetryPolicy.Failure.transport(TransportError(.hostNotFound))
    #expect(policy.next(after: failure, random: 1) == .retry(after: .milliseconds(500), quiet: nil))
    #expect(policy.next(after: failure, random: 1) == .retry(after: .seconds(1), quiet: nil))
    #expect(policy.next(after: failure, random: 1) == .giveUp)
  }

  @Test func stepsDoubleUpToABoundAndTheJitterIsFull() {
    var low = RetryPolicy()
    var high = RetryPolicy()
    var delays: [Duration] = []
    for _ in 0..<9 {
      #expect(
        low.next(after: .status(429, retryAfter: nil), random: 0)
          == .retry(after: .zero, quiet: nil)
      )
      if case .retry(let delay, nil) = high.next(after: .status(429, retryAfter: nil), random: 1) {
        delays.append(delay)
      }
    }
    #expect(
      delays == [.milliseconds(500)] + [1, 2, 4, 8, 16, 32, 60, 60].map { Duration.seconds($0) }
    )
  }

  @Test func theServersWishIsObeyedAndCutWhenItIsAbsurd() {
    var policy = RetryPolicy()
    #expect(
      policy.next(after: .status(503, retryAfter: .seconds(7)), random: 1)
        == .retry(after: .milliseconds(7500), quiet: .init(asked: .seconds(7)))
    )
    guard
      case .retry(let delay, let quiet?) = policy.next(
        after: .status(429, retryAfter: .seconds(86_400)),
        random: 0
      )
    else {
      Issue.record("given up")
      return
    }
    #expect(delay == .seconds(600) && quiet.granted == .seconds(600))
    #expect(quiet.asked == .seconds(86_400))
  }

  @Test func theLastGarbledAnswerIsReadLeniently() {
    var policy = RetryPolicy()
    #expect(policy.reading == .strict)
    _ = policy.next(after: .malformed(.notAnArray), random: 0)
    #expect(policy.reading == .strict)
    _ = policy.next(after: .malformed(.notAnArray), random: 0)
    #expect(policy.reading == .lenient)
    #expect(RetryPolicy(maximalAttempts: 1).reading == .lenient)
  }

  @Test func fewerAttemptsCanBeAskedFor() {
    var policy = RetryPolicy(maximalAttempts: 2)
    #expect(policy.next(after: .status(500, retryAfter: nil), random: 0) != .giveUp)
    #expect(policy.next(after: .status(500, retryAfter: nil), random: 0) == .giveUp)
  }
}
