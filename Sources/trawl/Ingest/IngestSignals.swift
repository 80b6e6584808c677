internal import Foundation
import Ingest

/// Lets Ctrl-C and SIGTERM end an ingest at the next page; a second one ends the process at once.
enum IngestSignals {
  private static let flag = StopFlag()

  /// Takes the signals over.
  ///
  /// - Returns: What is raised when one comes.
  static func install() -> StopFlag {
    let flag = flag
    // Whoever started this process may have had them blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        IngestSignals.flag.raise()
        signal(number, SIG_DFL)
      }
    }
    return flag
  }

  /// Waits.
  ///
  /// - Parameters:
  ///   - moment: Until when.
  ///   - flag: Ends the wait when it is raised.
  static func wait(until moment: ContinuousClock.Instant, unless flag: StopFlag) {
    while !flag.isSet, ContinuousClock.now < moment { Thread.sleep(forTimeInterval: 0.2) }
  }
}
