/// A conversation that the tenant's own search found.
public struct ConversationMatch: Sendable, Equatable {
  /// The conversation's identifier.
  public var convId: String
  /// The items that matched; none when only the conversation's own data did, or ids were not asked for.
  public var itemIds: [String]

  /// A match of its fields.
  public init(convId: String, itemIds: [String] = []) {
    self.convId = convId
    self.itemIds = itemIds
  }
}

extension ConversationMatch: FlatRecord {
  /// See `FlatRecord`.
  public static var spellings: [[RecordField]] {
    [[RecordField("convId", .identifier), RecordField("itemIds", .texts)]]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    convId = values.identifier()
    itemIds = values.texts()
  }
}
