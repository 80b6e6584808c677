/// A person in a conversation, as its list of participants describes them.
public struct Participant: Sendable, Equatable {
  /// The user's identifier.
  public var userId: String
  /// The name to show.
  public var displayName: String?
  /// The first name.
  public var firstName: String?
  /// The last name.
  public var lastName: String?
  /// `REGULAR`, `GUEST` …, in the API's own words.
  public var type: String?
  /// The JSON object of everything else, such as `isDeleted`; `nil` if there is nothing else.
  public var remainder: String?

  /// A participant of its fields.
  public init(
    userId: String,
    displayName: String? = nil,
    firstName: String? = nil,
    lastName: String? = nil,
    type: String? = nil,
    remainder: String? = nil
  ) {
    self.userId = userId
    self.displayName = displayName
    self.firstName = firstName
    self.lastName = lastName
    self.type = type
    self.remainder = remainder
  }
}

extension Participant: FlatRecord {
  /// See `FlatRecord`.
  public static var spellings: [[RecordField]] {
    [
      [
        RecordField("userId", .identifier), RecordField("displayName", .text),
        RecordField("firstName", .text), RecordField("lastName", .text), RecordField("type", .text),
      ]
    ]
  }

  /// Takes decoded values.
  ///
  /// - Parameter values: The values of one record.
  public init(_ values: inout RecordValues) {
    userId = values.identifier()
    displayName = values.text()
    firstName = values.text()
    lastName = values.text()
    type = values.text()
    remainder = values.remainder
  }
}
