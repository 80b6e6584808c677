public import Circuit

/// Someone's access to a tenant: where its API is, and where the token comes from.
public struct Account: Sendable, Equatable {
  /// What it is called here.
  public var name: String
  /// Where the API is.
  public var baseURL: BaseURL
  /// Where the token comes from.
  public var credentials: CredentialSource
  /// The OAuth scopes that it has, or is to have.
  public var scopes: [String]
  /// The `userId` of the token's user, once the API has said so.
  public var userId: String?

  /// An account of its parts.
  public init(
    name: String,
    baseURL: BaseURL,
    credentials: CredentialSource,
    scopes: [String] = [],
    userId: String? = nil
  ) {
    self.name = name
    self.baseURL = baseURL
    self.credentials = credentials
    self.scopes = scopes
    self.userId = userId
  }
}

/// Why an account cannot be used as asked.
public enum AccountError: Error, Sendable, Equatable {
  /// There is one of that name already.
  case nameTaken(String)
  /// There is none of that name; these there are.
  case unknown(String, known: [String])
  /// There are none at all.
  case noAccounts
}

extension AccountError: CustomStringConvertible {
  /// One line: what is wrong, and what to do.
  public var description: String {
    switch self {
    case .nameTaken(let name):
      "there is an account '\(name)' already; remove it first with 'trawl accounts remove', "
        + "or choose another name"
    case .unknown(let name, let known):
      known.isEmpty
        ? "there is no account '\(name)'; add it with 'trawl accounts add'"
        : "there is no account '\(name)'; there are \(known.joined(separator: ", "))"
    case .noAccounts:
      "there are no accounts yet; add one with 'trawl accounts add', or give --api and --token-file"
    }
  }
}
