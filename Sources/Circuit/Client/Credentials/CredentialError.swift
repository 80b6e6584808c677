internal import Glibc

/// Why there is no token to ask with.
///
/// It never holds any of a secret.
public enum CredentialError: Error, Sendable, Equatable {
  /// The file cannot be read; `errno` is the system's.
  case unreadableFile(path: String, errno: Int32)
  /// The environment variable is not set, or empty.
  case missingVariable(String)
  /// There is something else than one token: nothing, several lines, or signs that no token has.
  case notAToken(place: String)
  /// The server does not grant a token to this client.
  ///
  /// `reason` is OAuth's word for why, if it gave one of them.
  case notGranted(status: Int, reason: String?)
}

extension CredentialError: CustomStringConvertible {
  /// One line: what is wrong, and where to look.
  public var description: String {
    switch self {
    case .unreadableFile(let path, let code):
      "cannot read the file '\(path)': \(String(cString: strerror(code)).lowercased())"
    case .missingVariable(let name):
      "the environment variable \(name) is not set"
    case .notAToken(let place):
      "\(place) does not hold a token: it must be one line of visible ASCII"
    case .notGranted(let status, let reason):
      "the server grants no token to this client (status \(status)\(reason.map { ", \($0)" } ?? "")); "
        + "check the client id, its secret, the scopes and the API's address"
    }
  }
}
