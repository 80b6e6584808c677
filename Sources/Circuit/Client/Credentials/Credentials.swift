internal import Foundation

/// An account's token: read or granted when it is first needed, and renewed when it is worn out.
///
/// Shared by all the threads that ask for the account: while one renews the token, the others wait for it.
public final class Credentials: Sendable {
  /// A token, and which one it is of those that this account has had.
  struct Token: Sendable {
    let secret: Secret
    let number: Int
  }

  private struct State {
    var token: Token?
    /// From when on a new token is to be fetched, by the governor's clock.
    var renewal: Duration?
    var grantedScopes: [String]?
  }

  /// Where the token comes from.
  public let source: CredentialSource
  /// The scopes that are asked for where a token is granted.
  public let scopes: [String]
  private let reader: SecretReader
  /// Held also while a token is fetched, so that it is fetched once.
  private let lock = NSLock()
  private nonisolated(unsafe) var state = State()

  /// An account's token.
  ///
  /// - Parameters:
  ///   - source: Where it comes from.
  ///   - scopes: The scopes to ask for where it is granted.
  ///   - environment: The environment that variables are looked up in.
  public init(source: CredentialSource, scopes: [String] = [], environment: [String: String]) {
    self.source = source
    self.scopes = scopes
    reader = SecretReader(environment: environment)
  }

  /// The scopes that the server granted; nil while none was granted, or when the server did not say.
  public var grantedScopes: [String]? { lock.withLock { state.grantedScopes } }

  /// The token to ask with: the one there is, or a fresh one where that is about to expire or was refused.
  ///
  /// - Parameters:
  ///   - now: The moment, by the governor's clock.
  ///   - refused: A token that the server has refused.
  ///   - fetch: Brings the grant for an id and a secret.
  /// - Returns: The token; nil when there is none but the refused one.
  /// - Throws: `SendFailure` when no token can be had.
  func token(
    at now: Duration,
    otherThan refused: Token?,
    fetch: (String, Secret) throws(SendFailure) -> TokenGrant
  ) throws(SendFailure) -> Token? {
    lock.lock()
    defer { lock.unlock() }
    // Another thread may have renewed it meanwhile.
    if let token = state.token, token.number != refused?.number,
      state.renewal.map({ now < $0 }) ?? true
    {
      return token
    }
    let token = try renew(at: now, fetch: fetch)
    return token.secret == refused?.secret ? nil : token
  }

  private func renew(
    at now: Duration,
    fetch: (String, Secret) throws(SendFailure) -> TokenGrant
  ) throws(SendFailure) -> Token {
    let secret: Secret
    do throws(CredentialError) {
      secret =
        switch source {
        case .tokenFile(let path), .client(_, .file(let path)): try reader.secret(inFile: path)
        case .tokenEnvironment(let name), .client(_, .environment(let name)):
          try reader.secret(inVariable: name)
        }
    } catch {
      throw .ended(.credentials(error))
    }
    guard case .client(let id, _) = source else {
      return keep(secret, until: nil)
    }
    let grant = try fetch(id, secret)
    state.grantedScopes = grant.scopes
    return keep(grant.token, until: grant.lifetime.map { now + Self.use(ofLifetime: $0) })
  }

  private func keep(_ secret: Secret, until renewal: Duration?) -> Token {
    let token: Token
    if let old = state.token, old.secret == secret {
      token = old
    } else {
      token = Token(secret: secret, number: (state.token?.number ?? 0) + 1)
    }
    state.token = token
    state.renewal = renewal
    return token
  }

  /// How long a token is used: up to a minute, or a tenth of its life, before it expires.
  private static func use(ofLifetime seconds: Int64) -> Duration {
    let seconds = max(0, min(seconds, 365 * 86_400))
    return .seconds(seconds) - min(.seconds(60), .milliseconds(seconds * 100))
  }
}
