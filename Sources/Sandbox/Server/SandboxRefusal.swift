/// Why the sandbox does not do what it was asked, in the words of the API's reference.
public struct SandboxRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The status of HTTP that goes with it.
  public let status: Int
  /// One sentence.
  public let message: String
  /// What is answered instead of the sentence.
  var body: [UInt8]?

  /// A refusal.
  ///
  /// - Parameters:
  ///   - status: The status of HTTP that goes with it.
  ///   - message: One sentence.
  public init(status: Int, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The status and the sentence.
  public var description: String { "\(status): \(message)" }

  /// The status as the platform's code words have it.
  var code: String {
    switch status {
    case 400: "BAD_REQUEST"
    case 401: "UNAUTHORIZED"
    case 403: "FORBIDDEN"
    case 404: "NOT_FOUND"
    case 409: "CONFLICT"
    case 429: "TOO_MANY_REQUESTS"
    case 503: "SERVICE_UNAVAILABLE"
    default: "INTERNAL_SERVER_ERROR"
    }
  }
}

extension SandboxRefusal {
  static let noConversation = Self(status: 400, "the conversation does not exist")
  static let noParticipant = Self(status: 400, "the user is no participant of the conversation")
  static let noItem = Self(status: 400, "the item does not exist")
  static let noUser = Self(status: 400, "one or more of the user do not exist")
  static let notTheCreator = Self(status: 403, "only the creator of the message may do this")
  static let forbidden = Self(status: 403, "access to the conversation is forbidden")

  static func constraint(_ field: String) -> Self {
    Self(status: 400, "a field constraint is violated: \(field)")
  }
  static func wrongType(_ type: String) -> Self {
    Self(status: 400, "the conversation is not of type \(type)")
  }
}
