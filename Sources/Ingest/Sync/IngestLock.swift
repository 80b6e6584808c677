internal import Foundation

/// Keeps a second ingest from the same index, across processes; the system gives it up when the process ends.
struct IngestLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock of the index at `path`.
  ///
  /// - Throws: `IngestError`.
  init(index path: String) throws(IngestError) {
    let file = path + "-ingest"
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotLock(path: file, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .alreadyRunning(path: path) : .cannotLock(path: file, code: code)
    }
  }

  deinit { close(descriptor) }
}
