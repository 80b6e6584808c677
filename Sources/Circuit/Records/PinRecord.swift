/// A message that is pinned in its conversation.
///
/// It also reads the API's PinnedTopic, which names its fields otherwise.
public struct PinRecord: Sendable, Equatable {
  /// The conversation.
  public var convId: String
  /// What is pinned.
  public var itemId: String
  /// When it was pinned, in milliseconds since 1970 UTC.
  public var pinnedTime: Int64?
  /// Who pinned it.
  public var userId: String?
  /// The JSON object of everything else; `nil` if there is nothing else.
  public var remainder: String?

  /// A record of its fields.
  public init(
    convId: String,
    itemId: String,
    pinnedTime: Int64? = nil,
    userId: String? = nil,
    remainder: String? = nil
  ) {
    self.convId = convId
    self.itemId = itemId
    self.pinnedTime = pinnedTime
    self.userId = userId
    self.remainder = remainder
  }
}

extension PinRecord: ArchiveRecord {
  /// See `ArchiveRecord`.
  public static var spellings: [[RecordField]] {
    [
      [
        RecordField("convId", .identifier),
        RecordField("itemId", .identifier),
        RecordField("pinnedTime", .integer),
        RecordField("userId", .text),
      ],
      [
        RecordField("conversationId", .identifier),
        RecordField("conversationItemId", .identifier),
        RecordField("pinnedTime", .integer),
        RecordField("userId", .text),
      ],
    ]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    convId = values.identifier()
    itemId = values.identifier()
    pinnedTime = values.integer()
    userId = values.text()
    remainder = values.remainder
  }

  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  public func write(to object: inout JSONObjectWriter) {
    object.member("convId", convId)
    object.member("itemId", itemId)
    object.member("pinnedTime", pinnedTime)
    object.member("userId", userId)
  }
}
