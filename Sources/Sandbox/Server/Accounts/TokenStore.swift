/// The tokens that the server has given out.
struct TokenStore: Sendable {
  /// What a token is good for.
  struct Grant: Sendable {
    /// The account's number.
    let account: Int
    let scopes: [String]
    /// In ms since 1970 UTC by the sandbox's clock; nil for never.
    var expires: Int?
  }

  private var grants: [String: Grant] = [:]

  /// Gives out a token.
  mutating func issue(_ grant: Grant) -> String {
    let token = Self.random()
    grants[token] = grant
    return token
  }

  /// What a token is good for now.
  func grant(_ token: String, at time: Int) -> Grant? {
    guard let grant = grants[token], grant.expires.map({ time < $0 }) ?? true else { return nil }
    return grant
  }

  mutating func expire(_ token: String) { grants[token]?.expires = .min }

  /// Ends the tokens of an account, or of all.
  mutating func expireAll(of account: Int? = nil) {
    for (token, grant) in grants where account == nil || grant.account == account { expire(token) }
  }

  /// 128 bits that nobody can guess.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    let words = [generator.next(), generator.next()].map { String($0, radix: 16) }
    return words.map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined()
  }
}
