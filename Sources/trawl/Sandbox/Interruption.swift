internal import Foundation

/// Ctrl-C and SIGTERM as something to wait for, so that a server ends in order.
///
/// Told a second time, the process ends at once.
enum Interruption {
  // Written once, before the handlers that only post to it.
  private nonisolated(unsafe) static let semaphore = {
    let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
    return semaphore
  }()

  /// Takes the signals over, from now on.
  static func install() {
    _ = semaphore
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        signal(number, SIG_DFL)
        sem_post(Interruption.semaphore)
      }
    }
  }

  /// Returns when the process has been told to end.
  static func wait() {
    while sem_wait(semaphore) != 0 {}
  }
}
