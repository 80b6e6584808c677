/// A person's flag on a message.
public struct FlagRecord: Sendable, Equatable {
  /// Who flagged it.
  public var userId: String
  /// What is flagged.
  public var itemId: String
  /// The conversation that the item is in.
  public var convId: String?
  /// The JSON object of everything else; `nil` if there is nothing else.
  public var remainder: String?

  /// A record of its fields.
  public init(
    userId: String,
    itemId: String,
    convId: String? = nil,
    remainder: String? = nil
  ) {
    self.userId = userId
    self.itemId = itemId
    self.convId = convId
    self.remainder = remainder
  }
}

extension FlagRecord: ArchiveRecord {
  /// See `ArchiveRecord`.
  public static var spellings: [[RecordField]] {
    [
      [
        RecordField("userId", .identifier),
        RecordField("itemId", .identifier),
        RecordField("convId", .text),
      ]
    ]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    userId = values.identifier()
    itemId = values.identifier()
    convId = values.text()
    remainder = values.remainder
  }

  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  public func write(to object: inout JSONObjectWriter) {
    object.member("userId", userId)
    object.member("itemId", itemId)
    object.member("convId", convId)
  }
}
