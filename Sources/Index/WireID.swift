internal import Circuit
package import SQLite

/// An id as the API gives it: a UUID in its usual form as 16 bytes, anything else as the text it is.
package enum WireID: Hashable, Sendable {
  /// A UUID: its first and its last eight bytes, big-endian, so that ids sort as their texts do.
  case uuid(UInt64, UInt64)
  /// Any other id.
  case text(String)

  /// Reads an id from its bytes on the wire.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var halves: (UInt64, UInt64) = (0, 0)
    let isUUID = withUnsafeMutableBytes(of: &halves) { target in
      target.baseAddress.map { UUIDBytes.parse(bytes, into: $0) } ?? false
    }
    self =
      isUUID
      ? .uuid(UInt64(bigEndian: halves.0), UInt64(bigEndian: halves.1))
      : .text(String(decoding: bytes, as: UTF8.self))
  }

  /// Feeds one word for a UUID: hashing ids is 4 % of an import, and a hasher's time goes by its words.
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .uuid(let high, let low): hasher.combine(high &+ low &* 0x9e37_79b9_7f4a_7c15)
    case .text(let text): hasher.combine(text)
    }
  }

  /// Reads an id from text.
  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { WireID($0) }
  }

  /// Reads an id from a column.
  init(_ row: Row, at column: Int) {
    if row.isText(at: column) {
      self = .text(row.text(at: column) ?? "")
    } else {
      self = row.withBytes(at: column) { WireID(stored: $0) }
    }
  }

  /// Reads a UUID from the bytes that a column holds.
  init(stored bytes: UnsafeBufferPointer<UInt8>) {
    var halves: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &halves) { $0.copyBytes(from: bytes.prefix(16)) }
    self = .uuid(UInt64(bigEndian: halves.0), UInt64(bigEndian: halves.1))
  }

  /// The id as the API writes it.
  package var text: String {
    switch self {
    case .uuid(let high, let low):
      withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { UUIDBytes.text(of: $0) }
    case .text(let text): text
    }
  }

  /// The id as a column holds it.
  package var value: Value {
    switch self {
    case .uuid(let high, let low):
      .blob(
        (0..<16).map {
          UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - 8 * ($0 & 7)))
        }
      )
    case .text(let text): .text(text)
    }
  }
}

extension WireID: Comparable {
  /// The order of the ids' texts.
  package static func < (left: WireID, right: WireID) -> Bool {
    switch (left, right) {
    case (.uuid(let a, let b), .uuid(let c, let d)): (a, b) < (c, d)
    default: left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
  }
}

extension Statement {
  /// Binds an id as a column holds it; NULL for nil.
  func bind(_ id: WireID?, at position: Int) throws(SQLiteError) {
    switch id {
    case .uuid(let high, let low):
      let bytes = (high.bigEndian, low.bigEndian)
      try withUnsafeBytes(of: bytes) { bytes throws(SQLiteError) in
        try bind(copiedBytes: bytes, at: position)
      }
    case .text(let text): try bind(text, at: position)
    case nil: try bindNull(at: position)
    }
  }
}
