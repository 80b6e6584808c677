/// A value in a row of results, of the few kinds that every format knows how to write.
public enum Cell: Sendable, Equatable {
  /// No value.
  case null
  /// Any text, hostile ones included: each format makes it harmless.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// A truth value.
  case boolean(Bool)
  /// A moment, in ms since 1970 in UTC.
  ///
  /// People see it in the run's zone, CSV and Markdown have ISO 8601 with the offset, JSON the number.
  case time(Int64)
  /// A number of something: people see it in units that suit it, programs get the number alone.
  indirect case quantity(Cell, Measure)
  /// Several texts.
  case list([String])
  /// Text with parts to highlight.
  case passage(Passage)
}

extension Cell {
  /// A text, or no value.
  ///
  /// - Parameter text: The text, if there is one.
  public init(_ text: String?) { self = text.map(Cell.text) ?? .null }

  /// A whole number, or no value.
  ///
  /// - Parameter number: The number, if there is one.
  public init(_ number: (some BinaryInteger)?) {
    self = number.map { Cell.integer(Int64(clamping: $0)) } ?? .null
  }

  /// The number in it, of a quantity too; nil for anything else, moments included.
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .quantity(let cell, _): cell.number
    default: nil
    }
  }
}

/// Text with marked parts, such as the words that a search matched.
public struct Passage: Sendable, Equatable {
  /// A part of the text.
  public struct Part: Sendable, Equatable {
    /// The text.
    public let text: String
    /// Whether it is to be highlighted.
    public let isMarked: Bool

    /// A part of a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isMarked: Whether it is to be highlighted.
    public init(_ text: String, isMarked: Bool = false) {
      self.text = text
      self.isMarked = isMarked
    }
  }

  /// The parts in order.
  public let parts: [Part]

  /// A text of parts.
  ///
  /// - Parameter parts: The parts in order.
  public init(_ parts: [Part]) { self.parts = parts }

  /// A text with marked ranges.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - ranges: UTF-8 offsets to mark, ascending; what lies outside the text is left out.
  public init(_ text: String, marking ranges: [Range<Int>]) {
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var end = 0
    for range in ranges {
      let lower = min(max(range.lowerBound, end), bytes.count)
      let upper = min(max(range.upperBound, lower), bytes.count)
      guard lower < upper else { continue }
      if end < lower { parts.append(Part(String(decoding: bytes[end..<lower], as: UTF8.self))) }
      parts.append(Part(String(decoding: bytes[lower..<upper], as: UTF8.self), isMarked: true))
      end = upper
    }
    if end < bytes.count { parts.append(Part(String(decoding: bytes[end...], as: UTF8.self))) }
    self.parts = parts
  }

  /// The text without marks.
  public var text: String { parts.map(\.text).joined() }

  /// The text with signs around the marked parts.
  ///
  /// - Parameters:
  ///   - open: The sign before a marked part.
  ///   - close: The sign after it.
  /// - Returns: The text.
  public func marked(_ open: String, _ close: String) -> String {
    parts.map { $0.isMarked ? open + $0.text + close : $0.text }.joined()
  }
}
