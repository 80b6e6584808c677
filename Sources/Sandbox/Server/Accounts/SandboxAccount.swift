/// A user of the tenant who may ask the server.
public struct SandboxAccount: Sendable, Equatable {
  /// Counted from 1.
  public let number: Int
  /// The user's id.
  public let userId: String
  /// The user's name.
  public let displayName: String
  /// The id of the account's OAuth client, for the client-credentials grant.
  public let clientID: String
  /// The secret of the account's OAuth client.
  public let clientSecret: String
  /// Whether every conversation counts as one that the user takes part in.
  public let seesEverything: Bool
  let viewer: Viewer
}

extension SandboxAccount {
  /// Chooses who has an account.
  ///
  /// - Parameters:
  ///   - options: How many, or who.
  ///   - state: The tenant.
  /// - Returns: The accounts; those chosen by number are the users who take part most.
  /// - Throws: `SandboxError.noSuchUser` or `.tooFewUsers`.
  static func choose(
    _ options: SandboxOptions,
    from state: TenantState
  ) throws(SandboxError) -> [SandboxAccount] {
    var users: [Int] = []
    for name in options.users {
      guard let user = state.user(name) else { throw .noSuchUser(name) }
      users.append(user)
    }
    if users.isEmpty {
      users = Array(mostInvolved(in: state).prefix(options.accounts))
      guard users.count == options.accounts else {
        throw .tooFewUsers(wanted: options.accounts, has: users.count)
      }
    }
    return users.enumerated().map { index, user in
      let seesEverything = options.seesEverything && index == 0
      return SandboxAccount(
        number: index + 1,
        userId: state.users[user].id,
        displayName: state.users[user].object?.string("displayName") ?? state.users[user].id,
        clientID: "sandbox-client-\(index + 1)",
        clientSecret: TokenStore.random(),
        seesEverything: seesEverything,
        viewer: Viewer(user: user, seesEverything: seesEverything)
      )
    }
  }

  /// People by the number of their conversations, the busiest first.
  private static func mostInvolved(in state: TenantState) -> [Int] {
    var counts = Array(repeating: 0, count: state.users.count)
    for conversation in state.conversations {
      for user in conversation.participants { counts[user] += 1 }
    }
    let people = state.users.indices.filter { index in
      guard let object = state.users[index].object else { return false }
      return object.string("userType") != "BOT" && object.string("userState") != "DELETED"
    }
    return people.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
  }
}
