internal import Synchronization

/// The controls under `/sandbox`, which only the sandbox has.
///
/// With them a test in another process does what one in this process does. They need no token and give
/// none away.
struct SandboxControl {
  static let base = "/sandbox"

  private let service: SandboxService

  init(_ service: SandboxService) { self.service = service }

  func answer(_ request: HTTPRequest) -> HTTPReply {
    var parameters = request.query
    parameters.append(Parameters(form: request.body))
    let words = request.path.split(separator: "/").dropFirst().map(String.init)
    do throws(SandboxRefusal) {
      try perform(request.method, words, parameters)
      return .json(status())
    } catch {
      return .refusal(error)
    }
  }

  private func perform(
    _ method: String,
    _ words: [String],
    _ parameters: Parameters
  ) throws(SandboxRefusal) {
    let tenant = service.tenant
    switch (method, words.first, words.count) {
    case ("GET", nil, 0): break
    case ("PUT", "faults", 1): try setFaults(parameters)
    case ("DELETE", "faults", 1): service.settings.withLock { $0.plan.faults = [] }
    case ("PUT", "paging", 1): try setPaging(parameters)
    case ("PUT", "clock", 1): try setClock(parameters)
    case ("POST", "expire-tokens", 1): service.settings.withLock { $0.tokens.expireAll() }
    case ("DELETE", "items", 2): try tenant.vanish(words[1])
    case ("PUT", "items", 2):
      try tenant.edit(
        words[1],
        content: parameters.first("content"),
        subject: parameters.first("subject"),
        at: try integer("modificationTime", parameters)
      )
    case ("POST", "conversations", 2):
      try tenant.post(
        count: try integer("count", parameters) ?? 1,
        in: words[1],
        by: try account(parameters).userId,
        at: try integer("time", parameters)
      )
    case ("DELETE", "conversations", 2):
      try tenant.lose(
        words[1],
        for: try account(parameters).userId,
        status: try integer("status", parameters) ?? 400
      )
    case ("PUT", "conversations", 2):
      try tenant.regain(words[1], for: try account(parameters).userId)
    default: throw SandboxRefusal(status: 404, "the sandbox has no such control")
    }
  }

  private func setFaults(_ parameters: Parameters) throws(SandboxRefusal) {
    var faults: [SandboxFault] = []
    for (name, value) in parameters.pairs where name == "fault" {
      do throws(SandboxFaultError) {
        faults.append(try SandboxFault(value))
      } catch {
        throw SandboxRefusal(status: 400, error.description)
      }
    }
    service.settings.withLock { $0.plan.faults = faults }
  }

  private func setPaging(_ parameters: Parameters) throws(SandboxRefusal) {
    var paging = service.settings.withLock { $0.paging }
    if let word = parameters.first("boundary") {
      guard let boundary = SandboxPaging.Boundary(rawValue: word) else {
        throw .constraint("boundary")
      }
      paging.boundary = boundary
    }
    if let word = parameters.first("order") {
      guard let order = SandboxPaging.Order(rawValue: word) else { throw .constraint("order") }
      paging.order = order
    }
    if let count = try integer("duplicates", parameters) { paging.duplicates = count }
    if let word = parameters.first("short") { paging.isShort = word == "true" }
    service.settings.withLock { $0.paging = paging }
  }

  private func setClock(_ parameters: Parameters) throws(SandboxRefusal) {
    if let time = try integer("time", parameters) { service.tenant.clock.stand(at: time) }
    if let milliseconds = try integer("advance", parameters) {
      service.tenant.clock.advance(by: milliseconds)
    }
  }

  private func account(_ parameters: Parameters) throws(SandboxRefusal) -> SandboxAccount {
    let number = try integer("account", parameters) ?? 1
    guard service.accounts.indices.contains(number - 1) else { throw .constraint("account") }
    return service.accounts[number - 1]
  }

  private func integer(_ name: String, _ parameters: Parameters) throws(SandboxRefusal) -> Int? {
    guard let word = parameters.first(name) else { return nil }
    guard let number = Int(word), number >= 0 else { throw .constraint(name) }
    return number
  }

  /// How many requests there were, and the time.
  private func status() -> [UInt8] {
    let log = service.settings.withLock { $0.log }
    let counts = log.counts.sorted { $0.key < $1.key }.map { name, count in
      JSON.object(["operation": JSON.string(name), "count": JSON.number(count)])
    }
    return JSON.object([
      "now": JSON.number(service.tenant.clock.now),
      "requests": JSON.number(log.count),
      "operations": JSON.list(counts),
    ])
  }
}
