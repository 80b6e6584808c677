/// A request to an operation of the API, as the server's record has it.
public struct SandboxRequest: Sendable, Equatable {
  /// Counted from 1.
  public let number: Int
  /// The operation's name in the API's reference; `token` for the token endpoint.
  public let operation: String
  /// The conversation in its path.
  public let conversation: String?
  /// The number of the account whose token it has, once that is known.
  public internal(set) var account: Int?
  /// The status of the answer; nil before it, and when there was none.
  public internal(set) var status: Int?
}

/// What the server remembers of the requests it had.
struct RequestLog: Sendable {
  /// Most requests that are kept one by one.
  private static let limit = 100_000

  private(set) var count = 0
  private(set) var counts: [String: Int] = [:]
  private(set) var requests: [SandboxRequest] = []

  mutating func begin(_ operation: String, conversation: String?) -> SandboxRequest {
    count += 1
    counts[operation, default: 0] += 1
    return SandboxRequest(
      number: count,
      operation: operation,
      conversation: conversation,
      account: nil,
      status: nil
    )
  }

  mutating func end(_ request: SandboxRequest) {
    if requests.count == Self.limit { requests.removeFirst(Self.limit / 2) }
    requests.append(request)
  }

  mutating func forget() { self = RequestLog() }
}
