/// How a sandbox server behaves.
public struct SandboxOptions: Sendable {
  /// How many accounts there are: the users who take part in the most conversations.
  public var accounts = 1
  /// Who has an account, by id or e-mail address; when there are any, `accounts` does not count.
  public var users: [String] = []
  /// Whether the first account sees every conversation as if its user took part.
  public var seesEverything = false
  /// How lists are cut into pages.
  public var paging = SandboxPaging()
  /// What goes wrong on purpose.
  public var faults: [SandboxFault] = []
  /// Added to each answer, in ms.
  public var latency = 0
  /// Whether answers are sent as gzip to clients that take it; nothing gets smaller by it.
  public var usesGzip = false
  /// Whether a like gives the item a new modification time.
  public var likesTouchItems = false
  /// Most participants that a conversation names; the others are found by asking for them.
  public var participantLimit = 100
  /// How long a token from the token endpoint lasts, in seconds.
  public var tokenLifetime = 3_600
  /// A folder for a file with each account's token, `account-1.token` and so on, and one with the
  /// secret of its OAuth client, `account-1.secret`; only their owner may read them.
  public var tokensFolder: String?
  /// What chances are drawn from.
  public var seed: UInt64 = 1

  /// A polite server with one account.
  public init() {}
}
