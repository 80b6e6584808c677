internal import Glibc

/// A file of the archive: lines go into a buffer, the buffer to the disk when it is full.
struct ArchiveFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// Where lines are written; `flushIfFull` moves them on.
  var buffer: ByteBuffer
  private(set) var byteCount = 0

  private static let fullAt = 1 << 20

  init(path: String) throws(SandboxError) {
    self.path = path
    buffer = ByteBuffer(capacity: ArchiveFile.fullAt + (1 << 18))
    descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .refused(path: path, operation: .open, code: errno)
    }
  }

  deinit { _ = Glibc.close(descriptor) }

  mutating func flushIfFull() throws(SandboxError) {
    if buffer.count >= ArchiveFile.fullAt { try flush() }
  }

  /// Hands all lines to the system.
  mutating func flush() throws(SandboxError) {
    try write(buffer)
    buffer.removeAll()
  }

  /// Hands the lines of `other` to the system instead, when they fill a buffer or `always`.
  mutating func take(_ other: inout ByteBuffer, always: Bool = false) throws(SandboxError) {
    guard always || other.count >= ArchiveFile.fullAt else { return }
    try write(other)
    other.removeAll()
  }

  private mutating func write(_ lines: borrowing ByteBuffer) throws(SandboxError) {
    var start = 0
    while start < lines.count {
      let written = lines.bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written < 0 {
        let code = errno
        if code == EINTR { continue }
        throw .refused(path: path, operation: .write, code: code)
      }
      start += written
    }
    byteCount += lines.count
  }

  /// Makes `folder` and the folders above it where they are missing.
  static func makeFolder(_ folder: String) throws(SandboxError) {
    var prefix = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      prefix += part
      if mkdir(prefix, 0o755) != 0, errno != EEXIST {
        throw .refused(path: prefix, operation: .makeFolder, code: errno)
      }
      prefix += "/"
    }
  }
}
