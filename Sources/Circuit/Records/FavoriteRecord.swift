/// A person's favourite conversation.
public struct FavoriteRecord: Sendable, Equatable {
  /// Whose favourite it is.
  public var userId: String
  /// The conversation.
  public var convId: String
  /// The JSON object of everything else; `nil` if there is nothing else.
  public var remainder: String?

  /// A record of its fields.
  public init(
    userId: String,
    convId: String,
    remainder: String? = nil
  ) {
    self.userId = userId
    self.convId = convId
    self.remainder = remainder
  }
}

extension FavoriteRecord: ArchiveRecord {
  /// See `ArchiveRecord`.
  public static var spellings: [[RecordField]] {
    [
      [
        RecordField("userId", .identifier),
        RecordField("convId", .identifier),
      ]
    ]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    userId = values.identifier()
    convId = values.identifier()
    remainder = values.remainder
  }

  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  public func write(to object: inout JSONObjectWriter) {
    object.member("userId", userId)
    object.member("convId", convId)
  }
}
