internal import Glibc

/// Reads a file in chunks of whole lines.
enum LineChunks {
  private static let size = 4 << 20

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isOptional: Whether a file that is not there counts as empty.
  ///   - body: Takes the next lines; the last one may end without a newline.
  /// - Throws: `SandboxError.refused`.
  static func read(
    _ path: String,
    isOptional: Bool,
    _ body: ([UInt8]) -> Void
  ) throws(SandboxError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if isOptional, errno == ENOENT { return }
      throw .refused(path: path, operation: .open, code: errno)
    }
    defer { close(descriptor) }
    var rest: [UInt8] = []
    while true {
      let start = rest.count
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: start + size) { buffer, count in
        for place in 0..<start { buffer[place] = rest[place] }
        let read = Glibc.read(descriptor, buffer.baseAddress.map { $0 + start }, size)
        code = read < 0 ? errno : 0
        count = start + max(0, read)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw .refused(path: path, operation: .read, code: code) }
      guard chunk.count > start else { break }
      guard let end = chunk.lastIndex(of: UInt8(ascii: "\n")) else {
        rest = chunk
        continue
      }
      rest = Array(chunk[(end + 1)...])
      body(Array(chunk[...end]))
    }
    if !rest.isEmpty { body(rest) }
  }
}
