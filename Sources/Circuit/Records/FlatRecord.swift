/// A JSON object of which a few named fields are read.
public protocol FlatRecord: Sendable {
  /// The sets of names under which its fields occur, the one to be told about in errors first. All
  /// have the same fields in the same order.
  static var spellings: [[RecordField]] { get }

  /// Takes the fields' values, in the order of `spellings`.
  ///
  /// - Parameter values: The values of one record.
  init(_ values: inout RecordValues)
}

/// A field of a flat record, by its name in JSON.
public struct RecordField: Sendable, Equatable {
  /// What a field's value is; any other value goes to the remainder.
  public enum Kind: Sendable {
    /// A text.
    case text
    /// A text that may not be missing or empty.
    case identifier
    /// A whole number.
    case integer
    /// A list of texts.
    case texts
  }

  /// The field's name.
  public let name: String
  /// What its value is.
  public let kind: Kind

  /// A field.
  ///
  /// - Parameters:
  ///   - name: Its name in JSON, of at most 23 bytes.
  ///   - kind: What its value is.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
