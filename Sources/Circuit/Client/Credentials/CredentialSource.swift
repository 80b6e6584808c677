/// Where an account's token comes from.
///
/// It holds names and places, never a secret itself.
public enum CredentialSource: Sendable, Hashable {
  /// A file with a token; read again when the server refuses the token, as something may renew the file.
  case tokenFile(String)
  /// An environment variable with a token.
  case tokenEnvironment(String)
  /// OAuth's client-credentials grant: an id, and where the secret is.
  case client(id: String, secret: SecretSource)

  /// Where a client's secret is.
  public enum SecretSource: Sendable, Hashable {
    /// In a file.
    case file(String)
    /// In an environment variable.
    case environment(String)
  }
}

extension CredentialSource: CustomStringConvertible {
  /// A few words for people.
  public var description: String {
    switch self {
    case .tokenFile(let path): "token in the file \(path)"
    case .tokenEnvironment(let name): "token in $\(name)"
    case .client(let id, .file(let path)): "client \(id), secret in the file \(path)"
    case .client(let id, .environment(let name)): "client \(id), secret in $\(name)"
    }
  }
}
