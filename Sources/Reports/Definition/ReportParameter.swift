internal import Foundation

/// Something a report is told when it runs, by `--set NAME=VALUE`; its SQL reads it as `:NAME`.
public struct ReportParameter: Sendable, Equatable {
  /// What values a parameter takes.
  public enum Kind: String, Sendable, CaseIterable {
    /// A week, such as `2018-W12` or `last`; it is the report's period.
    case week
    /// A month, such as `2018-03` or `last`; it is the report's period.
    case month
    /// Any period, such as `2018-W12`, `2018-Q1` or `4w`; it is the report's.
    case period
    /// A person, by id, e-mail address or name; SQL has the person's number.
    case person
    /// A conversation, by id or topic; SQL has the conversation's number.
    case conversation
    /// Anything that `trawl search` understands; SQL has what matches as a view.
    case query
    /// A whole number.
    case integer
    /// Any text.
    case text

    /// What periods it takes, where it is one.
    var form: Period.Form? {
      switch self {
      case .week: .week
      case .month: .month
      case .period: .any
      case .person, .conversation, .query, .integer, .text: nil
      }
    }

    /// Who or what it means, where it is one.
    var subject: ReportSubject.Kind? {
      switch self {
      case .person: .person
      case .conversation: .conversation
      case .week, .month, .period, .query, .integer, .text: nil
      }
    }
  }

  /// Its name.
  public let name: String
  /// What values it takes.
  public let kind: Kind
  /// The value where none is given; without one a value must be given.
  public let defaultValue: String?

  /// Whether it sets the report's period.
  public var isPeriod: Bool { kind.form != nil }

  /// Whether a text is a value of the parameter's kind; who a name means, only an index can tell.
  public func accepts(_ value: String) -> Bool {
    switch kind {
    case .week, .month, .period:
      // Any day will do: what is checked is how the text is written.
      (try? Period(value, form: kind.form ?? .any, now: 1_000_000_000_000, in: .gmt)) != nil
    case .integer: Int64(value) != nil
    case .person, .conversation: !value.isEmpty
    case .query, .text: true
    }
  }
}
