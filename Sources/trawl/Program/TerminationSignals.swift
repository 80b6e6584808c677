internal import Foundation
import Ingest

/// Lets Ctrl-C and SIGTERM end a command in order; a second one ends the process at once.
enum TerminationSignals {
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
        TerminationSignals.flag.raise()
        signal(number, SIG_DFL)
      }
    }
    return flag
  }

  /// Waits.
  ///
  /// - Parameters:
  ///   - moment: Until when; nil: only for the flag.
  ///   - flag: Ends the wait when it is raised.
  static func wait(until moment: ContinuousClock.Instant? = nil, unless flag: StopFlag) {
    while !flag.isSet, moment.map({ ContinuousClock.now < $0 }) ?? true {
      Thread.sleep(forTimeInterval: 0.2)
    }
  }
}
