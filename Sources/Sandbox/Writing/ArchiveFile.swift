internal import Glibc

/// Where the files of an archive go.
enum ArchiveDestination {
  /// Files of a folder that is there.
  case folder(String)
  /// Chunks of whole lines, each with the file that it belongs to.
  case memory((ArchiveName, [UInt8]) -> Void)
}

/// A file of the archive: lines go into a buffer, the buffer to its place when it is full.
struct ArchiveFile: ~Copyable {
  private enum Place {
    case disk(path: String, descriptor: Int32)
    case memory(([UInt8]) -> Void)
  }

  private let place: Place
  /// Where lines are written; `flushIfFull` moves them on.
  var buffer: ByteBuffer
  private(set) var byteCount = 0

  private static let fullAt = 1 << 20

  init(_ name: ArchiveName, _ destination: ArchiveDestination) throws(SandboxError) {
    buffer = ByteBuffer(capacity: ArchiveFile.fullAt + (1 << 18))
    switch destination {
    case .memory(let take): place = .memory { take(name, $0) }
    case .folder(let folder):
      let path = "\(folder)/\(name.file)"
      let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      place = .disk(path: path, descriptor: descriptor)
      guard descriptor >= 0 else {
        throw .refused(path: path, operation: .open, code: errno)
      }
    }
  }

  deinit {
    if case .disk(_, let descriptor) = place, descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  mutating func flushIfFull() throws(SandboxError) {
    if buffer.count >= ArchiveFile.fullAt { try flush() }
  }

  /// Hands all lines on.
  mutating func flush() throws(SandboxError) {
    try write(buffer)
    buffer.removeAll()
  }

  /// Hands the lines of `other` on instead, when they fill a buffer or `always`.
  mutating func take(_ other: inout ByteBuffer, always: Bool = false) throws(SandboxError) {
    guard always || other.count >= ArchiveFile.fullAt else { return }
    try write(other)
    other.removeAll()
  }

  private mutating func write(_ lines: borrowing ByteBuffer) throws(SandboxError) {
    byteCount += lines.count
    switch place {
    case .memory(let take): take(lines.bytes)
    case .disk(let path, let descriptor):
      try Self.write(lines, to: descriptor, path: path)
    }
  }

  private static func write(
    _ lines: borrowing ByteBuffer,
    to descriptor: Int32,
    path: String
  ) throws(SandboxError) {
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
