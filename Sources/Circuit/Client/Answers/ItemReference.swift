/// Which item is meant, and where it is: all that is kept of a flagged item's answer.
public struct ItemReference: Sendable, Hashable {
  /// The item's identifier.
  public var itemId: String
  /// The conversation's identifier, if the API gave it.
  public var convId: String?

  /// A reference to an item.
  ///
  /// - Parameters:
  ///   - itemId: The item's identifier.
  ///   - convId: The conversation's identifier, if known.
  public init(itemId: String, convId: String?) {
    self.itemId = itemId
    self.convId = convId
  }
}

extension ItemReference: FlatRecord {
  /// See `FlatRecord`.
  public static var spellings: [[RecordField]] {
    [[RecordField("itemId", .identifier), RecordField("convId", .text)]]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    itemId = values.identifier()
    convId = values.text()
  }
}
