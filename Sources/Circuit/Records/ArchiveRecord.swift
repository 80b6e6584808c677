/// A record of the archive other than an item: a few named fields, and a remainder by the same rule
/// as an item's.
public protocol ArchiveRecord: Sendable, Equatable {
  /// The sets of names under which its fields occur, the archive's own first. All have the same
  /// fields in the same order.
  static var spellings: [[RecordField]] { get }

  /// Takes the fields' values, in the order of `spellings`.
  ///
  /// - Parameter values: The values of one record.
  init(_ values: inout RecordValues)

  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  func write(to object: inout JSONObjectWriter)

  /// The JSON object of what the fields do not say; `nil` if there is nothing.
  var remainder: String? { get }
}

/// A field of an archive record, by its name in JSON.
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
