/// `POST /oauth/token`: the client-credentials grant of OAuth 2.0 (RFC 6749).
struct TokenEndpoint {
  static let path = "/oauth/token"

  let accounts: [SandboxAccount]
  /// How long a token lasts, in seconds.
  let lifetime: Int

  /// Answers a request for a token.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - tokens: Where a new one is kept.
  ///   - now: In ms since 1970 UTC.
  /// - Returns: The answer.
  func answer(_ request: HTTPRequest, _ tokens: inout TokenStore, now: Int) -> HTTPReply {
    let form = Parameters(form: request.body)
    guard request.method == "POST" else { return refusal(400, "invalid_request") }
    guard form.first("grant_type") == "client_credentials" else {
      return refusal(400, "unsupported_grant_type")
    }
    guard let account = account(request.authorization) else {
      var reply = refusal(401, "invalid_client")
      reply.headers.append(("WWW-Authenticate", "Basic realm=\"sandbox\""))
      return reply
    }
    // OAuth separates scopes by spaces, Circuit by commas.
    let wanted = (form.first("scope") ?? Scope.all).split { $0 == " " || $0 == "," }.map(
      String.init
    )
    let known = Set(Route.all.flatMap { $0.scopes } + [Scope.all])
    guard !wanted.isEmpty, known.isSuperset(of: wanted) else {
      return refusal(400, "invalid_scope")
    }
    let token = tokens.issue(
      TokenStore.Grant(account: account.number, scopes: wanted, expires: now + lifetime * 1_000)
    )
    var reply = HTTPReply.json(
      JSON.object([
        "access_token": JSON.string(token),
        "token_type": JSON.string("Bearer"),
        "expires_in": JSON.number(lifetime),
        "scope": JSON.string(wanted.joined(separator: ",")),
      ])
    )
    reply.headers.append(("Cache-Control", "no-store"))
    return reply
  }

  private func account(_ authorization: String?) -> SandboxAccount? {
    guard let authorization, authorization.lowercased().hasPrefix("basic "),
      let bytes = Base64.decoded(authorization.dropFirst(6))
    else { return nil }
    // RFC 6749, 2.3.1: both parts are encoded as in a form.
    let parts = bytes.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let (id, secret) = (Parameters.decoded(parts[0]), Parameters.decoded(parts[1]))
    return accounts.first { $0.clientID == id && $0.clientSecret == secret }
  }

  private func refusal(_ status: Int, _ error: String) -> HTTPReply {
    .json(JSON.object(["error": JSON.string(error)]), status: status)
  }
}

/// The decoding of HTTP's basic authentication (RFC 4648).
private enum Base64 {
  static func decoded(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      guard let value = value(byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
