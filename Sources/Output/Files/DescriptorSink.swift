internal import Foundation

/// Writes to an open file descriptor in large pieces.
///
/// The descriptor belongs to someone else and stays open. With `SIGPIPE` ignored, a reader that has
/// gone shows as `OutputError.brokenPipe`.
public final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private let capacity: Int
  private var pending: [UInt8] = []

  /// A writer to an open descriptor.
  ///
  /// - Parameters:
  ///   - descriptor: Where to write.
  ///   - name: What errors call it.
  ///   - capacity: How many bytes to gather before they are written; 0 writes at once.
  public init(_ descriptor: Int32, name: String, capacity: Int = 1 << 16) {
    self.descriptor = descriptor
    self.name = name
    self.capacity = capacity
  }

  /// Standard output, gathered into large writes: flush it at the end.
  public static func standardOutput() -> DescriptorSink {
    DescriptorSink(STDOUT_FILENO, name: "standard output")
  }

  /// Standard error, written at once.
  public static func standardError() -> DescriptorSink {
    DescriptorSink(STDERR_FILENO, name: "standard error", capacity: 0)
  }

  /// Takes the next bytes, and writes when enough are gathered.
  ///
  /// - Parameter bytes: What follows the bytes written before.
  /// - Throws: `OutputError.brokenPipe` or `.cannotWrite`.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    pending += bytes
    if pending.count >= capacity { try flush() }
  }

  /// Writes all that is gathered.
  ///
  /// - Throws: `OutputError.brokenPipe` or `.cannotWrite`; what was gathered is dropped then.
  public func flush() throws(OutputError) {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    let code = writeAll(bytes, to: descriptor)
    guard code == 0 else {
      throw code == EPIPE ? .brokenPipe : .cannotWrite(path: name, code: code)
    }
  }
}

/// Writes every byte, going on after interruptions and waiting for a descriptor that never blocks.
///
/// - Returns: 0, or the `errno` that ended it.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
