internal import Foundation

/// What all requests of a run share: how many are under way, the quiet that a server asks for, the budget.
///
/// One serves all accounts and threads. Threads wait in it: for a permit, or before another attempt.
public final class RequestGovernor: Sendable {
  /// What is going on, for people who watch.
  public struct Activity: Sendable, Equatable {
    /// Requests sent so far, attempts that failed and requests for tokens included.
    public var sent: Int
    /// Requests under way.
    public var inFlight: Int
    /// How many may be under way.
    public var limit: Int
    /// Why nothing is under way, if so.
    public var waiting: WaitingReason?
  }

  private struct State {
    var limit: RequestLimit
    var isStopped = false
    /// How long the server asked to be quiet for, last time.
    var asked: Duration?
    /// When the waits before another attempt end, and what for.
    var retries: [Int: (until: Duration, cause: WaitingReason.RetryCause)] = [:]
    var retryNumber = 0
  }

  let timekeeper: any Timekeeper
  private let budget: Int?
  /// Guards the state; signalled when a permit comes back or something stops.
  private let condition = NSCondition()
  private nonisolated(unsafe) var state: State

  /// A governor.
  ///
  /// - Parameters:
  ///   - start: Requests that may be under way at first.
  ///   - ceiling: Requests that may ever be under way.
  ///   - budget: Requests that may be sent in all; nil for any number.
  public convenience init(start: Int = 2, ceiling: Int = 8, budget: Int? = nil) {
    self.init(start: start, ceiling: ceiling, budget: budget, timekeeper: SystemTimekeeper())
  }

  /// A governor that goes by other clocks.
  package init(start: Int = 2, ceiling: Int = 8, budget: Int? = nil, timekeeper: any Timekeeper) {
    self.timekeeper = timekeeper
    self.budget = budget
    state = State(limit: RequestLimit(start: start, ceiling: ceiling, budget: budget))
  }

  /// What is going on.
  public var activity: Activity {
    condition.withLock {
      Activity(
        sent: state.limit.sent,
        inFlight: state.limit.inFlight,
        limit: state.limit.limit,
        waiting: waiting(at: timekeeper.now)
      )
    }
  }

  /// Lets nothing be sent any more: whoever waits, or has a request under way, gets `APIError.stopped` soon.
  public func stop() {
    condition.withLock {
      state.isStopped = true
      condition.broadcast()
    }
  }

  /// Whether the requests that may be sent in all are counted.
  package var hasBudget: Bool { budget != nil }

  /// Whether it was stopped.
  public var isStopped: Bool { condition.withLock { state.isStopped } }

  /// Waits for the right to send a request.
  func permit(for signal: StopSignal) throws(APIError) -> RequestLimit.Permit {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if state.isStopped || signal.isSet { throw .stopped }
      let now = timekeeper.now
      switch state.limit.admit(at: now) {
      case .admitted(let permit): return permit
      case .budgetSpent: throw .budgetSpent(requests: budget ?? 0)
      case .waitForPermit: timekeeper.wait(on: condition, atMost: nil)
      case .waitUntil(let time): timekeeper.wait(on: condition, atMost: time - now)
      }
    }
  }

  /// Gives a permit back.
  func release(_ permit: RequestLimit.Permit, _ health: RequestLimit.Health) {
    condition.withLock {
      state.limit.release(permit, health)
      condition.broadcast()
    }
  }

  /// Counts a request that is sent within another's permit.
  func count() { condition.withLock { state.limit.count() } }

  /// Holds all requests back, as a server asked.
  func beQuiet(_ quiet: RetryPolicy.Quiet) {
    condition.withLock {
      state.asked = quiet.asked
      state.limit.beQuiet(until: timekeeper.now + quiet.granted)
    }
  }

  /// Waits before another attempt.
  func wait(
    _ delay: Duration,
    for cause: WaitingReason.RetryCause,
    unless signal: StopSignal
  ) throws(APIError) {
    condition.lock()
    defer { condition.unlock() }
    let until = timekeeper.now + delay
    state.retryNumber += 1
    let number = state.retryNumber
    state.retries[number] = (until, cause)
    defer { state.retries[number] = nil }
    while true {
      if state.isStopped || signal.isSet { throw .stopped }
      let now = timekeeper.now
      guard now < until else { return }
      timekeeper.wait(on: condition, atMost: until - now)
    }
  }

  /// Lets those who wait look whether they are to stop.
  func wake() { condition.withLock { condition.broadcast() } }

  private func waiting(at now: Duration) -> WaitingReason? {
    guard state.limit.inFlight == 0 else { return nil }
    if let until = state.limit.quietUntil, now < until {
      return .serverAsked(remaining: until - now, asked: state.asked ?? until - now)
    }
    // The first to go on is what everyone waits for.
    guard let first = state.retries.values.min(by: { $0.until < $1.until }) else { return nil }
    return .retrying(remaining: max(.zero, first.until - now), cause: first.cause)
  }
}
