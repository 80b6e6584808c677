/// An operation's place in the API: how it is asked for, which scopes allow it and what answers it.
struct Route: Sendable {
  /// Answers with JSON, or with nothing.
  typealias Answer = @Sendable (inout TenantState, Call) throws(SandboxRefusal) -> [UInt8]

  /// The operation's name in the API's reference.
  let operation: String
  let method: String
  /// The path below the base; names of parameters in braces.
  let path: String
  /// A token needs one of these, or `ALL`.
  let scopes: [String]
  let answer: Answer
  private let segments: [Substring]

  init(
    _ method: String,
    _ path: String,
    _ operation: String,
    _ scopes: [String],
    _ answer: @escaping Answer
  ) {
    self.operation = operation
    self.method = method
    self.path = path
    self.scopes = scopes
    self.answer = answer
    segments = path.split(separator: "/")
  }

  /// All operations that the sandbox has.
  static let all =
    conversationReads + itemReads + peopleReads + messageWrites + conversationWrites + markWrites

  /// What a path asks for; a route that names a segment goes before one that takes any.
  static func find(_ method: String, _ path: Substring) -> (route: Route, parts: [String: String])?
  {
    let words = path.split(separator: "/")
    var best: (route: Route, parts: [String: String])?
    for route in all where route.method == method && route.segments.count == words.count {
      guard let parts = route.match(words) else { continue }
      if best.map({ parts.count < $0.parts.count }) ?? true { best = (route, parts) }
    }
    return best
  }

  private func match(_ words: [Substring]) -> [String: String]? {
    var parts: [String: String] = [:]
    for (segment, word) in zip(segments, words) {
      if segment.first == "{" {
        parts[String(segment.dropFirst().dropLast())] = String(word)
      } else if segment != word {
        return nil
      }
    }
    return parts
  }
}

/// Names of operations that more than one place needs to know.
enum Operation {
  /// The endpoint for tokens, which is no operation of the API.
  static let token = "token"
}

/// Scopes that several operations share.
enum Scope {
  static let all = "ALL"
  static let read = ["READ_CONVERSATIONS"]
  static let people = ["READ_USER", "READ_USER_PROFILE"]
  static let manage = ["WRITE_CONVERSATIONS", "MANAGE_CONVERSATIONS"]
  static let create = ["WRITE_CONVERSATIONS", "CREATE_CONVERSATIONS_CONTENT"]
  static let update = ["WRITE_CONVERSATIONS", "UPDATE_CONVERSATION_CONTENT"]
  static let delete = ["WRITE_CONVERSATIONS", "DELETE_CONVERSATIONS_CONTENT"]
  static let organize = ["WRITE_CONVERSATIONS", "ORGANIZE_CONVERSATIONS"]
  static let labels = ["WRITE_USER_PROFILE", "ORGANIZE_CONVERSATIONS"]
}
