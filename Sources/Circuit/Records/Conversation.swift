/// A conversation of the tenant.
public struct Conversation: Sendable, Equatable {
  /// The conversation's identifier.
  public var convId: String
  /// `DIRECT`, `GROUP`, `COMMUNITY` or `LARGE`, or what the API says instead.
  public var type: String?
  /// Its name; direct conversations have none.
  public var topic: String?
  /// What stands for a name where there is none.
  public var topicPlaceholder: String?
  /// What a community is about.
  public var description: String?
  /// Who made it.
  public var creatorId: String?
  /// When it was made, in milliseconds since 1970 UTC.
  public var creationTime: Int64?
  /// When its own fields last changed, in milliseconds since 1970 UTC.
  public var modificationTime: Int64?
  /// The users who take part.
  public var participants: [String]
  /// The JSON object of everything else; `nil` if there is nothing else.
  public var remainder: String?

  /// A record of its fields.
  public init(
    convId: String,
    type: String? = nil,
    topic: String? = nil,
    topicPlaceholder: String? = nil,
    description: String? = nil,
    creatorId: String? = nil,
    creationTime: Int64? = nil,
    modificationTime: Int64? = nil,
    participants: [String] = [],
    remainder: String? = nil
  ) {
    self.convId = convId
    self.type = type
    self.topic = topic
    self.topicPlaceholder = topicPlaceholder
    self.description = description
    self.creatorId = creatorId
    self.creationTime = creationTime
    self.modificationTime = modificationTime
    self.participants = participants
    self.remainder = remainder
  }
}

extension Conversation: ArchiveRecord {
  /// See `ArchiveRecord`.
  public static var spellings: [[RecordField]] {
    [
      [
        RecordField("convId", .identifier),
        RecordField("type", .text),
        RecordField("topic", .text),
        RecordField("topicPlaceholder", .text),
        RecordField("description", .text),
        RecordField("creatorId", .text),
        RecordField("creationTime", .integer),
        RecordField("modificationTime", .integer),
        RecordField("participants", .texts),
      ]
    ]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    convId = values.identifier()
    type = values.text()
    topic = values.text()
    topicPlaceholder = values.text()
    description = values.text()
    creatorId = values.text()
    creationTime = values.integer()
    modificationTime = values.integer()
    participants = values.texts()
    remainder = values.remainder
  }

  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  public func write(to object: inout JSONObjectWriter) {
    object.member("convId", convId)
    object.member("type", type)
    object.member("topic", topic)
    object.member("topicPlaceholder", topicPlaceholder)
    object.member("description", description)
    object.member("creatorId", creatorId)
    object.member("creationTime", creationTime)
    object.member("modificationTime", modificationTime)
    object.member("participants", participants)
  }
}
