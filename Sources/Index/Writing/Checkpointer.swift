internal import Dispatch
internal import SQLite

/// Brings the write-ahead log of an index into its file on a thread of its own, while the writer goes on.
///
/// A log that has been brought in whole is begun anew by the next transaction; a writer that never rests is always ahead
/// of that, so from a size on it waits for the rest, which is little then.
final class Checkpointer: Sendable {
  /// Pages of the log from which it is worth while (256 MiB): pages that change again and again are written once.
  static let fewest = 32_768
  /// Pages of the log at which the writer waits until all of them are brought in.
  private static let most = 65_536

  private let path: String
  private let limits: (fewest: Int, most: Int)
  private let queue = DispatchQueue(label: "trawl.checkpoint")
  private let work = DispatchGroup()

  init(path: String, limits: (fewest: Int, most: Int) = (fewest, most)) {
    self.path = path
    self.limits = limits
  }

  /// Says how many pages the log has after a commit.
  func note(pages: Int) {
    if pages >= limits.most {
      work.wait()
      checkpoint()
    } else if pages >= limits.fewest, work.wait(timeout: .now()) == .success {
      queue.async(group: work) { self.checkpoint() }
    }
  }

  private func checkpoint() {
    // What goes wrong here, the checkpoint at the end says.
    try? Connection(path: path, access: .readWrite).execute("PRAGMA wal_checkpoint(PASSIVE)")
  }

  /// Waits until nothing is under way.
  func wait() { work.wait() }
}
