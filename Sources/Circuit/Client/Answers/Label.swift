/// A label of the token's own user.
public struct Label: Sendable, Equatable {
  /// The label's identifier.
  public var labelId: String
  /// What it says.
  public var value: String?
  /// The JSON object of everything else; `nil` if there is nothing else.
  public var remainder: String?

  /// A label of its fields.
  public init(labelId: String, value: String? = nil, remainder: String? = nil) {
    self.labelId = labelId
    self.value = value
    self.remainder = remainder
  }
}

extension Label: FlatRecord {
  /// See `FlatRecord`.
  public static var spellings: [[RecordField]] {
    [[RecordField("labelId", .identifier), RecordField("value", .text)]]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    labelId = values.identifier()
    value = values.text()
    remainder = values.remainder
  }
}
