internal import CSimdjson

/// The values of one record's fields, to be taken one after the other.
public struct RecordValues {
  private let values: [csj_value]
  private let remainderSpan: csj_span
  private var position = 0

  init(_ values: [csj_value], remainder: csj_span) {
    self.values = values
    remainderSpan = remainder
  }

  /// The next field's text, `nil` if it is absent.
  public mutating func text() -> String? { ByteSpan(next().text).string }

  /// The next field's text, which the decoder has seen to be there.
  public mutating func identifier() -> String { text() ?? "" }

  /// The next field's number, `nil` if it is absent.
  public mutating func integer() -> Int64? {
    let value = next().integer
    return value == .min ? nil : value
  }

  /// The next field's list, empty if it is absent.
  public mutating func texts() -> [String] {
    let value = next()
    return UnsafeBufferPointer(start: value.list, count: value.list_count).map {
      String(decoding: ByteSpan($0).bytes, as: UTF8.self)
    }
  }

  /// What the fields do not say.
  public var remainder: String? { ByteSpan(remainderSpan).string }

  private mutating func next() -> csj_value {
    position += 1
    return values[position - 1]
  }
}
