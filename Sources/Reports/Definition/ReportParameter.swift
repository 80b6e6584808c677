import Chronology

/// Something a report is told when it runs, by `--NAME VALUE`; its SQL reads it as `:NAME`.
public struct ReportParameter: Sendable, Equatable {
  /// What values a parameter takes.
  public enum Kind: String, Sendable, CaseIterable {
    /// An ISO week, `last` or `this`. It is the report's period.
    case week
    /// A whole number.
    case integer
    /// Any text.
    case text
  }

  /// Its name.
  public let name: String
  /// What values it takes.
  public let kind: Kind
  /// The value where none is given; without one a value must be given.
  public let defaultValue: String?

  /// Whether a text is a value of the parameter's kind.
  public func accepts(_ value: String) -> Bool {
    switch kind {
    case .week: ["last", "this"].contains(value.lowercased()) || (try? ISOWeek(value)) != nil
    case .integer: Int64(value) != nil
    case .text: true
    }
  }
}
