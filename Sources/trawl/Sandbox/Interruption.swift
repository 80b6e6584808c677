internal import Foundation

/// Waits for Ctrl-C or SIGTERM, so that a server ends in order.
enum Interruption {
  // Written once, before the handlers that only post to it.
  private nonisolated(unsafe) static let semaphore = {
    let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
    return semaphore
  }()

  /// Returns when the process is told to end; told a second time, it ends at once.
  static func wait() {
    let semaphore = semaphore
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        signal(number, SIG_DFL)
        sem_post(Interruption.semaphore)
      }
    }
    while sem_wait(semaphore) != 0 {}
  }
}
