internal import Circuit

/// What one account sees of the tenant, but for the items.
struct AccountView: Sendable {
  /// The account's place in the run's list.
  var account: Int
  /// Whose it is; nil when that could not be asked.
  var profile: User?
  /// The conversations its user takes part in.
  var own = ConversationListing(isWhole: false)
  /// Communities it could join.
  var communities = ConversationListing(isWhole: false)
  /// What its user has marked; nil when that could not be read as a whole.
  var favorites: [String]?
  var labels: [LabelRecord]?
  var flags: [FlagRecord]?
  /// When that was looked at, ms.
  var looked: Int64 = 0
  /// What could not be asked, and why.
  var problems: [(what: String, error: APIError)] = []

  /// Whether no conversation is missing from its lists.
  var isWhole: Bool { own.isWhole && communities.isWhole }

  /// What ended the account's use, if anything did.
  var end: APIError? { problems.lazy.map(\.error).first { $0.concernsAccount || $0.endsRun } }
}

/// Looks at an account.
struct AccountLook {
  let client: APIClient
  /// When the run began, ms.
  let now: Int64
  /// Whether to go on.
  let proceed: () -> Bool
  /// Told of each page of the list of conversations.
  var onPage: (RecordList<Conversation>) -> Void = { _ in }

  /// Asks for everything that the account's user sees, part by part: one that fails does not keep the others.
  func run(account: Int) -> AccountView {
    var view = AccountView(account: account)
    view.looked = now
    attempt("profile", &view) { view throws(APIError) in
      view.profile = try client.send(.profile())
    }
    attempt("conversations", &view) { view throws(APIError) in
      view.own = try .own(client, now: now, proceed: proceed, onPage: onPage)
    }
    attempt("communities", &view) { view throws(APIError) in
      view.communities = try .communities(client, proceed: proceed)
    }
    guard let user = view.profile?.userId else { return view }
    attempt("favorites", &view) { view throws(APIError) in
      let favorites = try client.send(.favorites())
      if favorites.rejected.isEmpty { view.favorites = favorites.records }
    }
    attempt("labels", &view) { view throws(APIError) in
      view.labels = try labels(of: user)
    }
    attempt("flags", &view) { view throws(APIError) in
      let flags = try client.send(.flaggedItems())
      if flags.rejected.isEmpty {
        view.flags = flags.map { FlagRecord(userId: user, itemId: $0.itemId, convId: $0.convId) }
      }
    }
    return view
  }

  private func attempt(
    _ what: String,
    _ view: inout AccountView,
    _ body: (inout AccountView) throws(APIError) -> Void
  ) {
    guard view.end == nil else { return }
    do throws(APIError) {
      guard proceed() else { throw .stopped }
      try body(&view)
    } catch {
      view.problems.append((what, error))
    }
  }

  /// The labels with the conversations they are on; nil when one of them is not known whole.
  private func labels(of user: String) throws(APIError) -> [LabelRecord]? {
    let labels = try client.send(.labels())
    guard labels.rejected.isEmpty else { return nil }
    var records: [LabelRecord] = []
    for label in labels {
      var record = LabelRecord(
        userId: user,
        labelId: label.labelId,
        value: label.value,
        remainder: label.remainder
      )
      var pointer: String?
      var pointers: Set<String> = []
      repeat {
        guard proceed() else { throw .stopped }
        let page = try client.send(.conversations(labelled: label.labelId, pointer: pointer))
        guard page.list.rejected.isEmpty else { return nil }
        record.convIds += page.list.map(\.convId)
        pointer = page.nextPointer
        // A pointer that leads in a circle leads no further.
      } while pointer.map { pointers.insert($0).inserted } ?? false
      records.append(record)
    }
    return records
  }
}
