/// A value of one of SQLite's five storage classes.
public enum Value: Sendable, Hashable {
  /// SQL's NULL.
  case null
  /// A 64-bit integer.
  case integer(Int64)
  /// A 64-bit float.
  case real(Double)
  /// Text; NULs inside it are kept.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// `text` or, for nil, NULL.
  public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
  /// `integer` or, for nil, NULL.
  public static func optional(_ integer: Int64?) -> Value { integer.map(Value.integer) ?? .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByNilLiteral
{
  /// An integer from a literal.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A text from a literal.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A float from a literal.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// NULL from `nil`.
  public init(nilLiteral: ()) { self = .null }
}
