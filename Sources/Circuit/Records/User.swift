/// A person of the tenant.
public struct User: Sendable, Equatable {
  /// The user's identifier.
  public var userId: String
  /// The name to show.
  public var displayName: String?
  /// The first name.
  public var firstName: String?
  /// The last name.
  public var lastName: String?
  /// The main e-mail address.
  public var emailAddress: String?
  /// `REGULAR`, `GUEST`, `BOT` …, in the API's own words.
  public var userType: String?
  /// `ACTIVE`, `DELETED` …, in the API's own words.
  public var userState: String?
  /// The JSON object of everything else; `nil` if there is nothing else.
  public var remainder: String?

  /// A record of its fields.
  public init(
    userId: String,
    displayName: String? = nil,
    firstName: String? = nil,
    lastName: String? = nil,
    emailAddress: String? = nil,
    userType: String? = nil,
    userState: String? = nil,
    remainder: String? = nil
  ) {
    self.userId = userId
    self.displayName = displayName
    self.firstName = firstName
    self.lastName = lastName
    self.emailAddress = emailAddress
    self.userType = userType
    self.userState = userState
    self.remainder = remainder
  }
}

extension User: ArchiveRecord {
  /// See `ArchiveRecord`.
  public static var spellings: [[RecordField]] {
    [
      [
        RecordField("userId", .identifier),
        RecordField("displayName", .text),
        RecordField("firstName", .text),
        RecordField("lastName", .text),
        RecordField("emailAddress", .text),
        RecordField("userType", .text),
        RecordField("userState", .text),
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
    emailAddress = values.text()
    userType = values.text()
    userState = values.text()
    remainder = values.remainder
  }

  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  public func write(to object: inout JSONObjectWriter) {
    object.member("userId", userId)
    object.member("displayName", displayName)
    object.member("firstName", firstName)
    object.member("lastName", lastName)
    object.member("emailAddress", emailAddress)
    object.member("userType", userType)
    object.member("userState", userState)
  }
}
