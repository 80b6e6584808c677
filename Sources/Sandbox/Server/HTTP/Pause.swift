internal import Glibc
internal import Synchronization

/// Waits that can all be ended at once, so that a server stops without finishing its delays.
final class Pause: Sendable {
  /// A pipe whose end shows when its other side is closed, to all who wait for it.
  private let reading: Int32
  private let writing: Mutex<Int32>

  init() {
    var ends: [Int32] = [-1, -1]
    // Without descriptors left there is nothing to wait by, and waits run their time.
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = Mutex(ends[1])
  }

  deinit {
    end()
    close(reading)
  }

  /// Waits.
  ///
  /// - Parameter milliseconds: How long, unless waiting is over for good.
  func wait(_ milliseconds: Int) {
    guard milliseconds > 0 else { return }
    let end = Self.now + milliseconds
    var left = milliseconds
    while left > 0 {
      var event = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      let count = poll(&event, 1, Int32(clamping: left))
      if count > 0 { return }
      // A signal may end the wait early.
      left = end - Self.now
    }
  }

  /// Ends all waits, those to come included.
  func end() {
    writing.withLock { writing in
      if writing >= 0 { close(writing) }
      writing = -1
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
