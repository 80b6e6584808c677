internal import Synchronization

/// A look-alike of the Circuit REST API over HTTP, on the loopback addresses only.
///
///     let server = try SandboxServer(SandboxTenant(synthetic: .init(items: 1_000)))
///     try server.start()
///     server.baseURL            // "http://127.0.0.1:40123/rest/v2"
///     server.faults = [try SandboxFault("503:every=5")]
///     server.stop()
///
/// It may be used from any thread; what is set counts from the next request on.
public final class SandboxServer: Sendable {
  /// What is served.
  public let tenant: SandboxTenant
  /// Who may ask.
  public let accounts: [SandboxAccount]
  private let service: SandboxService
  private let daemon = Mutex<HTTPDaemon?>(nil)
  private let tokenFiles: TokenFiles

  /// A server that does not listen yet.
  ///
  /// Each account gets a token that does not expire by itself.
  ///
  /// - Parameters:
  ///   - tenant: What is served.
  ///   - options: How it behaves.
  /// - Throws: `SandboxError` when accounts cannot be given.
  public init(
    _ tenant: SandboxTenant,
    options: SandboxOptions = SandboxOptions()
  ) throws(SandboxError) {
    let state = tenant.snapshot
    tenant.likesTouchItems = options.likesTouchItems
    self.tenant = tenant
    accounts = try SandboxAccount.choose(options, from: state)
    service = SandboxService(tenant: tenant, accounts: accounts, options: options)
    tokenFiles = TokenFiles(folder: options.tokensFolder)
    service.settings.withLock { settings in
      for account in accounts { _ = settings.renewToken(of: account.number, scopes: [Scope.all]) }
    }
  }

  /// Begins to listen, and writes the files with tokens.
  ///
  /// - Parameter port: The port; 0 for any that is free.
  /// - Throws: `SandboxError.noServerLibrary`, `.portRefused`, or `.refused` for a file.
  public func start(port: UInt16 = 0) throws(SandboxError) {
    let service = service
    let pause = Pause()
    let started = try HTTPDaemon(port: port, pause: pause) { service.answer($0, pause) }
    // Only now: a port that another server has may mean that these files are that server's.
    for account in accounts { try tokenFiles.write(token(of: account), of: account) }
    let before = daemon.withLock { daemon in
      defer { daemon = started }
      return daemon
    }
    before?.stop()
  }

  /// Ends all connections and listens no longer; `start` begins again.
  public func stop() {
    let running = daemon.withLock { daemon in
      defer { daemon = nil }
      return daemon
    }
    running?.stop()
  }

  /// The port that is listened on; 0 when none is.
  public var port: UInt16 { daemon.withLock { $0?.port ?? 0 } }

  /// Where the API is, without a slash at its end.
  public var baseURL: String { "http://127.0.0.1:\(port)\(SandboxService.base)" }

  /// The account's present token, for all scopes.
  ///
  /// - Parameter account: Whose.
  /// - Returns: The token.
  public func token(of account: SandboxAccount) -> String {
    service.settings.withLock { $0.pasted[account.number] ?? "" }
  }

  /// Gives an account another token.
  ///
  /// The one before expires, and the account's file is written anew.
  ///
  /// - Parameters:
  ///   - account: Whose.
  ///   - scopes: What the token is good for.
  /// - Throws: `SandboxError.refused` when the file cannot be written.
  public func renewToken(
    of account: SandboxAccount,
    scopes: [String] = ["ALL"]
  ) throws(SandboxError) {
    let token = service.settings.withLock { $0.renewToken(of: account.number, scopes: scopes) }
    try tokenFiles.write(token, of: account)
  }

  /// Ends all tokens now: those of the token endpoint, and those in files.
  ///
  /// - Parameter account: Whose; nil for everyone's.
  public func expireTokens(of account: SandboxAccount? = nil) {
    service.settings.withLock { $0.tokens.expireAll(of: account?.number) }
  }

  /// What goes wrong on purpose; setting it begins counting anew.
  public var faults: [SandboxFault] {
    get { service.settings.withLock { $0.plan.faults } }
    set { service.settings.withLock { $0.plan.faults = newValue } }
  }

  /// How lists are cut into pages.
  public var paging: SandboxPaging {
    get { service.settings.withLock { $0.paging } }
    set { service.settings.withLock { $0.paging = newValue } }
  }

  /// Added to each answer, in ms.
  public var latency: Int {
    get { service.settings.withLock { $0.latency } }
    set { service.settings.withLock { $0.latency = newValue } }
  }

  /// The answered requests since the start or `forgetRequests`, in the order of their ends; of very many
  /// only the last 50,000 or more.
  public var requests: [SandboxRequest] { service.settings.withLock { $0.log.requests } }

  /// How many requests there were for each operation since the start or `forgetRequests`.
  public var requestCounts: [String: Int] { service.settings.withLock { $0.log.counts } }

  /// Begins the record of requests anew.
  public func forgetRequests() { service.settings.withLock { $0.log.forget() } }

  /// Calls a function before each answer that needs a token, on the connection's own thread: a test
  /// that writes to the tenant here writes between two requests of its client.
  ///
  /// - Parameter body: The function; nil for none.
  public func beforeAnswer(_ body: (@Sendable (SandboxRequest) -> Void)?) {
    service.settings.withLock { $0.beforeAnswer = body }
  }
}
