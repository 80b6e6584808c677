/// Where bytes of output go.
public protocol ByteSink: AnyObject {
  /// Takes the next bytes.
  ///
  /// - Parameter bytes: What follows the bytes written before.
  /// - Throws: `OutputError` when they cannot be taken.
  func write(_ bytes: [UInt8]) throws(OutputError)

  /// Passes on all that was held back.
  ///
  /// - Throws: `OutputError` when that cannot be done.
  func flush() throws(OutputError)
}

extension ByteSink {
  /// Takes a text, as UTF-8.
  ///
  /// - Parameter text: What follows the bytes written before.
  /// - Throws: `OutputError` when it cannot be taken.
  public func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }
}

/// Keeps the output in memory.
public final class MemorySink: ByteSink {
  /// Everything written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty sink.
  public init() {}

  /// Everything written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Keeps the bytes.
  ///
  /// - Parameter bytes: What follows the bytes written before.
  public func write(_ bytes: [UInt8]) { self.bytes += bytes }

  /// Does nothing: nothing is held back.
  public func flush() {}
}
