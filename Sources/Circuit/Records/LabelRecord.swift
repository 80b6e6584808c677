/// A person's label, and the conversations that carry it.
public struct LabelRecord: Sendable, Equatable {
  /// Whose label it is.
  public var userId: String
  /// The label's identifier.
  public var labelId: String
  /// What it says.
  public var value: String?
  /// The conversations that carry it.
  public var convIds: [String]
  /// The JSON object of everything else; `nil` if there is nothing else.
  public var remainder: String?

  /// A record of its fields.
  public init(
    userId: String,
    labelId: String,
    value: String? = nil,
    convIds: [String] = [],
    remainder: String? = nil
  ) {
    self.userId = userId
    self.labelId = labelId
    self.value = value
    self.convIds = convIds
    self.remainder = remainder
  }
}

extension LabelRecord: ArchiveRecord {
  /// See `ArchiveRecord`.
  public static var spellings: [[RecordField]] {
    [
      [
        RecordField("userId", .identifier),
        RecordField("labelId", .identifier),
        RecordField("value", .text),
        RecordField("convIds", .texts),
      ]
    ]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    userId = values.identifier()
    labelId = values.identifier()
    value = values.text()
    convIds = values.texts()
    remainder = values.remainder
  }

  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  public func write(to object: inout JSONObjectWriter) {
    object.member("userId", userId)
    object.member("labelId", labelId)
    object.member("value", value)
    object.member("convIds", convIds)
  }
}
