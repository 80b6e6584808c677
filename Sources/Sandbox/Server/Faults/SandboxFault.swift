/// Something that goes wrong on purpose, and when.
///
///     try SandboxFault("429:every=7,retry-after=1")
///     try SandboxFault("lose:after=10,times=1,operation=getConversationItems")
///
/// Without `every` or `chance` it happens to each request that it applies to.
public struct SandboxFault: Sendable, Equatable {
  /// What goes wrong.
  public enum Kind: Sendable, Equatable {
    /// The answer is this status and nothing else.
    case status(Int)
    /// The connection is reset before the answer.
    case reset
    /// The connection ends in the middle of the body.
    case truncate
    /// The body is whole by its length, but its JSON breaks off in the middle.
    case badJSON
    /// The body is a web page with status 200, as of a proxy that wants a login.
    case html
    /// The answer comes after so many milliseconds.
    case delay(Int)
    /// The body halts for so many milliseconds in its middle.
    case stall(Int)
    /// The request's token has expired, from this request on.
    case expireToken
    /// From this request on the account has lost the conversation that the request is about: status
    /// 400 (no participant) or 403.
    case lose(Int)
  }

  /// What the server says of when to come again.
  public enum RetryAfter: Sendable, Equatable {
    /// So many seconds.
    case seconds(Int)
    /// A date so many seconds ahead of the machine's clock.
    case date(Int)
  }

  /// What goes wrong.
  public var kind: Kind
  /// It happens to each n-th request that it applies to; nil says no such thing.
  public var every: Int?
  /// It happens with this chance (0…1), drawn from the server's seed; nil says no such thing.
  public var chance: Double?
  /// So many requests that it applies to pass before it begins.
  public var after = 0
  /// It happens so many times at most.
  public var times = Int.max
  /// The operation that it applies to, by its name in the API; nil means all but `token`.
  public var operation: String?
  /// The conversation that it applies to; nil means all requests, about a conversation or not.
  public var conversation: String?
  /// Goes with the answer.
  public var retryAfter: RetryAfter?

  /// A fault that happens to each request.
  ///
  /// - Parameter kind: What goes wrong.
  public init(_ kind: Kind) { self.kind = kind }
}
