import Circuit
import Foundation
import Synchronization

/// Clocks that go on only when something waits, by as long as it wanted to.
final class ManualTimekeeper: Timekeeper {
  private struct Times {
    var now = Duration.zero
    var waits: [Duration] = []
  }

  private let times = Mutex(Times())

  var now: Duration { times.withLock { $0.now } }

  /// 2026-01-01T00:00:00Z and as long as has been waited.
  var wallTime: Int64 { 1_767_225_600_000 + Int64(now / .milliseconds(1)) }

  /// The waits so far.
  var waits: [Duration] { times.withLock { $0.waits } }

  func wait(on condition: NSCondition, atMost limit: Duration?) {
    guard let limit else { return condition.wait() }
    times.withLock { times in
      times.now += limit
      times.waits.append(limit)
    }
  }

  func advance(by duration: Duration) { times.withLock { $0.now += duration } }
}
