import Circuit
import Index

/// One thing that was tried with an account, and what came of it.
struct AccountCheck {
  let name: String
  let passed: Bool
  let detail: String

  /// Tries an account: who its user is, what it sees, which scopes it was granted.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - client: A client for it.
  /// - Returns: What came of it; nothing more after a failure that would repeat itself.
  static func run(_ account: Account, with client: APIClient) -> [AccountCheck] {
    var checks: [AccountCheck] = []
    do throws(APIError) {
      let user = try client.send(.profile())
      checks.append(AccountCheck(name: "profile", passed: true, detail: whose(user)))
    } catch {
      checks.append(AccountCheck(name: "profile", passed: false, detail: error.description))
      if error.concernsAccount || error.isUnreachable { return checks }
    }
    checks += scopes(of: account, granted: client.credentials.grantedScopes)
    do throws(APIError) {
      let seen = try client.send(.conversations())
      checks.append(AccountCheck(name: "conversations", passed: true, detail: count(of: seen)))
    } catch {
      checks.append(AccountCheck(name: "conversations", passed: false, detail: error.description))
    }
    return checks
  }

  private static func whose(_ user: User) -> String {
    let facts = [user.displayName, user.emailAddress, user.userId].compactMap(\.self)
    return "the token is of " + facts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func count(of seen: RecordList<Conversation>) -> String {
    var text = "sees " + Figures.counted(seen.count, "conversation")
    if seen.count >= APILimit.results { text += " on the first page" }
    if !seen.rejected.isEmpty {
      text += "; \(Figures.counted(seen.rejected.count, "record")) cannot be read"
    }
    return text
  }

  private static func scopes(of account: Account, granted: [String]?) -> [AccountCheck] {
    guard let granted, !account.scopes.isEmpty else { return [] }
    let missing = account.scopes.filter { !granted.contains($0) && !granted.contains("ALL") }
    return [
      AccountCheck(
        name: "scopes",
        passed: missing.isEmpty,
        detail: missing.isEmpty
          ? "granted: \(granted.joined(separator: ", "))"
          : "not granted: \(missing.joined(separator: ", "))"
      )
    ]
  }
}

extension APIError {
  /// Whether the server could not be talked to, so that other questions would fail alike.
  fileprivate var isUnreachable: Bool {
    if case .transport = self { true } else { false }
  }
}
