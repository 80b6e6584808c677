internal import CSimdjson

/// Bytes in memory that something else owns: the value of a text field.
///
/// It is valid UTF-8, may hold NULs, and is not ended by one. A field that is absent has no `start`,
/// an empty one has a `start` and a `count` of 0.
public struct ByteSpan {
  /// The first byte; `nil` says that there is no value.
  public var start: UnsafePointer<UInt8>?
  /// How many bytes there are.
  public var count: Int

  /// No value.
  public static var absent: ByteSpan { ByteSpan(start: nil, count: 0) }

  /// A span of bytes.
  ///
  /// - Parameters:
  ///   - start: The first byte, which must outlive the span; `nil` for an absent value.
  ///   - count: How many bytes.
  public init(start: UnsafePointer<UInt8>?, count: Int) {
    self.start = start
    self.count = count
  }

  /// The bytes of `buffer`, present even if there are none.
  ///
  /// - Parameter buffer: Memory that must outlive the span.
  public init(_ buffer: UnsafeBufferPointer<UInt8>) {
    start = buffer.baseAddress ?? UnsafePointer(bitPattern: 1)
    count = buffer.count
  }

  init(_ span: csj_span) {
    start = span.bytes
    count = span.count
  }

  /// Whether there is a value, be it empty.
  public var isPresent: Bool { start != nil }

  /// Whether there is no value or an empty one.
  public var isEmpty: Bool { count == 0 }

  /// The bytes, none if the value is absent.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The value as a string of its own; `nil` if it is absent.
  public var string: String? { start == nil ? nil : String(decoding: bytes, as: UTF8.self) }
}
