package import Foundation

/// The clocks that the client goes by; tests put their own in their place.
package protocol Timekeeper: Sendable {
  /// The time since some fixed moment; it never goes back.
  var now: Duration { get }
  /// The time of day, in ms since 1970 UTC.
  var wallTime: Int64 { get }
  /// Waits until `condition`, which the caller has locked, is signalled or `limit` has passed; may also return
  /// earlier.
  func wait(on condition: NSCondition, atMost limit: Duration?)
}

/// The machine's own clocks.
struct SystemTimekeeper: Timekeeper {
  private let start = ContinuousClock.now

  var now: Duration { ContinuousClock.now - start }

  var wallTime: Int64 { Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)) }

  func wait(on condition: NSCondition, atMost limit: Duration?) {
    guard let limit else { return condition.wait() }
    // Conditions go by the time of day, which may be set: look again every second.
    let seconds = min(max(0, limit / .seconds(1)), 1)
    _ = condition.wait(until: Date(timeIntervalSinceNow: seconds))
  }
}
