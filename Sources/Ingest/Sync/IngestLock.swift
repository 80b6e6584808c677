internal import Foundation

/// Keeps a second ingest from the same index, across processes; the system gives it up when the process ends.
enum IngestLock {
  /// Does something while no other ingest is at work on the index at `path`.
  ///
  /// - Throws: `IngestError`, and what `body` throws.
  static func holding<Result>(index path: String, _ body: () throws -> Result) throws -> Result {
    let file = path + "-ingest"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw IngestError.cannotLock(path: file, code: errno) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK
        ? IngestError.alreadyRunning(path: path) : .cannotLock(path: file, code: errno)
    }
    // Not left to closing: a process that is just being started holds a copy for a moment.
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
}
