extension SandboxFault {
  /// How much later the answer comes, in ms.
  var delay: Int { if case .delay(let milliseconds) = kind { milliseconds } else { 0 } }

  /// Changes an answer that comes, on its way.
  func spoil(_ reply: inout HTTPReply) {
    switch kind {
    case .truncate where reply.body.count > 1: reply.delivery = .truncated
    case .stall(let milliseconds): reply.delivery = .stalled(milliseconds)
    case .badJSON: reply.body = Array(reply.body.prefix(reply.body.count / 2))
    default: break
    }
  }

  /// What is answered in place of the operation's own answer.
  fileprivate var reply: HTTPReply? {
    switch kind {
    case .status(let status):
      var reply = HTTPReply.refusal(SandboxRefusal(status: status, "a fault on purpose"))
      switch retryAfter {
      case .seconds(let seconds): reply.headers.append(("Retry-After", String(seconds)))
      case .date(let seconds):
        let date = DateTime.http(milliseconds: SandboxClock.machineTime + seconds * 1_000)
        reply.headers.append(("Retry-After", date))
      case nil: break
      }
      return reply
    case .reset: return HTTPReply(status: 500, delivery: .reset)
    case .html:
      return HTTPReply(
        status: 200,
        headers: [("Content-Type", "text/html")],
        body: Array("<!doctype html><title>Sign in</title><p>Please sign in.".utf8)
      )
    default: return nil
    }
  }
}

extension [SandboxFault] {
  /// The answer of the first fault that has one.
  var firstReply: HTTPReply? {
    for fault in self { if let reply = fault.reply { return reply } }
    return nil
  }
}
