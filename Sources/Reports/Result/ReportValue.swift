/// A value in a report: what a cell of a row holds, or a parameter.
public enum ReportValue: Sendable, Hashable {
  /// Nothing is known, or nothing can be said.
  case null
  /// A whole number. In a column of times (`ReportColumn.isTime`), ms since 1970 UTC.
  case integer(Int64)
  /// A number; never NaN.
  case real(Double)
  /// A text, which may be anybody's: a renderer has to make it harmless where it goes.
  case text(String)

  /// The value as it is written where nothing else is known of it; nil for null.
  var plainText: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    }
  }
}

/// A column of a block's rows.
public struct ReportColumn: Sendable, Hashable {
  /// Its name, as the SQL gives it.
  public let name: String

  /// Names a column.
  public init(_ name: String) { self.name = name }

  /// Whether its whole numbers are times.
  ///
  /// By its name, which then ends in `Time` as the API's own do (`creationTime`). JSON has such a
  /// time in ms as the API does; other formats write it in the report's zone.
  public var isTime: Bool { name.hasSuffix("Time") }
}
