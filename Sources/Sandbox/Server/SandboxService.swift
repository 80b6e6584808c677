internal import Synchronization

/// Answers requests; knows nothing of sockets.
final class SandboxService: Sendable {
  /// Where the API is.
  static let base = "/rest/v2"

  /// What changes while the server runs, but for the tenant itself.
  struct Settings: Sendable {
    var paging: SandboxPaging
    var plan: FaultPlan
    var latency: Int
    var usesGzip: Bool
    var tokens = TokenStore()
    /// The tokens that do not come from the token endpoint, by account.
    var pasted: [Int: String] = [:]
    var log = RequestLog()
    var beforeAnswer: (@Sendable (SandboxRequest) -> Void)?

    /// Gives an account another token in place of the one that it had.
    mutating func renewToken(of account: Int, scopes: [String]) -> String {
      if let old = pasted[account] { tokens.expire(old) }
      let token = tokens.issue(TokenStore.Grant(account: account, scopes: scopes, expires: nil))
      pasted[account] = token
      return token
    }
  }

  let tenant: SandboxTenant
  let accounts: [SandboxAccount]
  let options: SandboxOptions
  let settings: Mutex<Settings>

  init(tenant: SandboxTenant, accounts: [SandboxAccount], options: SandboxOptions) {
    self.tenant = tenant
    self.accounts = accounts
    self.options = options
    var plan = FaultPlan(seed: options.seed)
    plan.faults = options.faults
    settings = Mutex(
      Settings(
        paging: options.paging,
        plan: plan,
        latency: options.latency,
        usesGzip: options.usesGzip
      )
    )
  }

  /// Answers a request, after what waiting it takes.
  func answer(_ request: HTTPRequest, _ pause: Pause) -> HTTPReply {
    let path = request.path
    if path == SandboxControl.base || path.hasPrefix(SandboxControl.base + "/") {
      return SandboxControl(self).answer(request)
    }
    if path == TokenEndpoint.path {
      return answer(request, pause, Operation.token, conversation: nil) { _ in self.token(request) }
    }
    guard path.hasPrefix(Self.base + "/"),
      let (route, parts) = Route.find(request.method, path.dropFirst(Self.base.count))
    else {
      return .refusal(SandboxRefusal(status: 404, "the API has no such operation"))
    }
    return answer(request, pause, route.operation, conversation: parts["convId"]) { log in
      self.answer(request, route, parts, &log)
    }
  }

  /// Lets faults happen around an answer.
  private func answer(
    _ request: HTTPRequest,
    _ pause: Pause,
    _ operation: String,
    conversation: String?,
    by body: (inout SandboxRequest) -> HTTPReply
  ) -> HTTPReply {
    var (log, faults, latency, usesGzip) = settings.withLock { settings in
      (
        settings.log.begin(operation, conversation: conversation),
        settings.plan.next(operation: operation, conversation: conversation),
        settings.latency, settings.usesGzip
      )
    }
    pause.wait(faults.reduce(latency) { $0 + $1.delay })
    if faults.contains(where: { $0.kind == .expireToken }), let token = Self.bearer(request) {
      settings.withLock { $0.tokens.expire(token) }
    }
    for case .lose(let status) in faults.map(\.kind) {
      lose(conversation, by: request, status: status)
    }
    var reply = faults.firstReply ?? body(&log)
    for fault in faults { fault.spoil(&reply) }
    if usesGzip, request.acceptsGzip, !reply.body.isEmpty {
      reply.body = Gzip.stored(reply.body)
      reply.headers.append(("Content-Encoding", "gzip"))
    }
    log.status = reply.delivery == .reset ? nil : reply.status
    settings.withLock { $0.log.end(log) }
    return reply
  }

  private func token(_ request: HTTPRequest) -> HTTPReply {
    let endpoint = TokenEndpoint(accounts: accounts, lifetime: options.tokenLifetime)
    let now = tenant.clock.now
    return settings.withLock { endpoint.answer(request, &$0.tokens, now: now) }
  }

  private func answer(
    _ request: HTTPRequest,
    _ route: Route,
    _ parts: [String: String],
    _ log: inout SandboxRequest
  ) -> HTTPReply {
    guard let grant = grant(of: request) else {
      var reply = HTTPReply.refusal(
        SandboxRefusal(status: 401, "the authentication was not successful")
      )
      reply.headers.append(("WWW-Authenticate", "Bearer error=\"invalid_token\""))
      return reply
    }
    log.account = grant.account
    let (paging, hook) = settings.withLock { ($0.paging, $0.beforeAnswer) }
    hook?(log)
    guard grant.scopes.contains(Scope.all) || route.scopes.contains(where: grant.scopes.contains)
    else {
      return .refusal(
        SandboxRefusal(
          status: 403,
          "the token needs one of: \(route.scopes.joined(separator: ", "))"
        )
      )
    }
    var parameters = request.query
    parameters.append(Parameters(form: request.body))
    let call = Call(
      viewer: accounts[grant.account - 1].viewer,
      path: parts,
      parameters: parameters,
      now: tenant.clock.now,
      paging: paging,
      salt: options.seed ^ UInt64(log.number),
      participantLimit: options.participantLimit
    )
    do throws(SandboxRefusal) {
      let body = try tenant.withState { state throws(SandboxRefusal) in
        try route.answer(&state, call)
      }
      return body.isEmpty ? HTTPReply(status: 200) : .json(body)
    } catch {
      return .refusal(error)
    }
  }

  private func grant(of request: HTTPRequest) -> TokenStore.Grant? {
    guard let token = Self.bearer(request) else { return nil }
    let now = tenant.clock.now
    return settings.withLock { $0.tokens.grant(token, at: now) }
  }

  private func lose(_ conversation: String?, by request: HTTPRequest, status: Int) {
    guard let conversation, let grant = grant(of: request) else { return }
    let user = accounts[grant.account - 1].userId
    // A conversation that is not there cannot be lost, and is answered as such.
    try? tenant.lose(conversation, for: user, status: status)
  }

  private static func bearer(_ request: HTTPRequest) -> String? {
    guard let header = request.authorization, header.lowercased().hasPrefix("bearer ") else {
      return nil
    }
    return String(header.dropFirst(7))
  }
}
