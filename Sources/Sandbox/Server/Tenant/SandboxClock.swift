internal import Glibc
internal import Synchronization

/// The time by which the sandbox lives: the machine's clock, moved, or one that stands still until a
/// test moves it.
public final class SandboxClock: Sendable {
  private enum Mode {
    /// So many ms ahead of the machine's clock.
    case running(Int)
    case standing(Int)
  }

  private let mode: Mutex<Mode>

  /// The machine's clock.
  public init() { mode = Mutex(.running(0)) }

  /// A clock that stands.
  ///
  /// - Parameter time: Where, in ms since 1970 UTC.
  public init(standingAt time: Int) { mode = Mutex(.standing(time)) }

  /// The present time, in ms since 1970 UTC.
  public var now: Int {
    mode.withLock { mode in
      switch mode {
      case .running(let ahead): Self.machineTime + ahead
      case .standing(let time): time
      }
    }
  }

  /// Makes the clock stand at a time.
  ///
  /// - Parameter time: In ms since 1970 UTC.
  public func stand(at time: Int) { mode.withLock { $0 = .standing(time) } }

  /// Makes the clock run on from a time.
  ///
  /// - Parameter time: In ms since 1970 UTC.
  public func run(from time: Int) { mode.withLock { $0 = .running(time - Self.machineTime) } }

  /// Moves the clock, which goes on running or standing.
  ///
  /// - Parameter milliseconds: How far.
  public func advance(by milliseconds: Int) {
    mode.withLock { mode in
      switch mode {
      case .running(let ahead): mode = .running(ahead + milliseconds)
      case .standing(let time): mode = .standing(time + milliseconds)
      }
    }
  }

  /// Moves the clock to a time if it is not there yet.
  func reach(_ time: Int) {
    let left = time - now
    if left > 0 { advance(by: left) }
  }

  /// The machine's own clock, in ms since 1970 UTC.
  static var machineTime: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
