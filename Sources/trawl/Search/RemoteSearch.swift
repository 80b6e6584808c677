import Arguments
import Circuit
import Index
import Output
import Search

/// The platform's own search beside that of the index: what either finds that the other does not.
///
/// The platform gives 100 conversations and 100 items at most, in no order, so that only what it finds
/// and the index lacks is a finding; what the index finds beyond it may just be beyond its limits.
struct RemoteSearch {
  let options: SearchOptions
  let console: Console

  private static let schemaVersion = 1
  /// What the platform gives at most, of conversations and of items.
  private static let platformLimit = 100
  /// How many of the index's own are compared.
  private static let localLimit = 100_000

  /// One account's comparison.
  private struct Comparison {
    let account: String
    var platform: Set<String> = []
    var index: Set<String> = []
    /// Where each id was found.
    var convIds: [String: String] = [:]
    var isCut = false

    var onlyPlatform: [String] { platform.subtracting(index).sorted() }
    var onlyIndex: [String] { index.subtracting(platform).sorted() }
  }

  /// Asks both.
  ///
  /// - Parameter term: What to look for.
  /// - Returns: `.partial` when the platform finds what the index does not.
  /// - Throws: `UsageError`, `AccountError`, `APIError`, `QueryFailure`, `OutputError`, `SQLiteError`.
  func run(_ term: String) throws -> Outcome {
    let zone = try options.global.timeZone(in: console)
    let database = try options.global.readablePath(in: console)
    let engine = try SearchEngine(path: database)
    let clock = LocalClock(timeZone: zone.timeZone, now: console.now)
    let query = try QueryFailure.pointing(at: term) {
      try Query(parsing: term, at: clock, scope: options.scoping.scope)
    }
    let plain = try QueryFailure.pointing(at: term) { try Query(parsing: term, at: clock) }
    guard let scope = query.scope.platformName, plain.scope == .messages, plain.isOneTerm,
      options.filters.texts.count == options.filters[.account].count
    else { throw CommandError.notOneTerm }
    var accounts = AccountOptions()
    accounts.names = options.filters[.account]
    let clients = try accounts.clients(
      database: database,
      governor: RequestGovernor(),
      in: console
    )
    var comparisons: [Comparison] = []
    for (account, client) in clients {
      let found = try client.send(
        .search(plain.plainTerm ?? term, scope: scope, includeItemIds: true)
      )
      let seen = try QueryFailure.pointing(at: nil) {
        try query.narrowed(by: [QueryNode(key: .account, value: account.name, at: clock)])
      }
      comparisons.append(try compare(account.name, Array(found), seen, engine))
    }
    try write(comparisons, term: term, scope: scope.rawValue, zone: zone)
    return comparisons.contains { !$0.onlyPlatform.isEmpty } ? .partial : .done
  }

  private func compare(
    _ account: String,
    _ found: [ConversationMatch],
    _ query: Query,
    _ engine: SearchEngine
  ) throws -> Comparison {
    var comparison = Comparison(account: account)
    let wantsConversations = query.scope.rows == .conversations
    for match in found {
      for id in wantsConversations ? [match.convId] : match.itemIds {
        comparison.platform.insert(id)
        comparison.convIds[id] = match.convId
      }
    }
    comparison.isCut =
      found.count >= Self.platformLimit || comparison.platform.count >= Self.platformLimit
    let answer = try QueryFailure.pointing(at: nil) {
      try engine.search(SearchRequest(query: query, limit: Self.localLimit))
    }
    for hit in answer.conversations where wantsConversations {
      comparison.index.insert(hit.convId)
      comparison.convIds[hit.convId] = hit.convId
    }
    for hit in answer.hits {
      comparison.index.insert(hit.itemId)
      comparison.convIds[hit.itemId] = hit.convId
    }
    return comparison
  }

  private static let columns = [
    Column("account", title: "Account"), Column("only", title: "Found only by"),
    Column("convId", title: "Conversation"), Column("id", title: "Id", isIdentifier: true),
  ]

  private func write(
    _ comparisons: [Comparison],
    term: String,
    scope: String,
    zone: Zone
  ) throws {
    let envelope = Envelope(
      rowsName: "differences",
      head: [
        .init("schemaVersion", .integer(Int64(Self.schemaVersion))), .init("term", .text(term)),
        .init("scope", .text(scope)),
      ]
    )
    let writer = options.output.rows.writer(
      of: Self.columns,
      in: console,
      zone: zone,
      envelope: envelope
    )
    for comparison in comparisons {
      // Beyond the platform's limits everything would be a difference.
      let own = comparison.isCut ? [] : comparison.onlyIndex
      for (side, ids) in [("platform", comparison.onlyPlatform), ("index", own)] {
        for id in ids {
          let convId = comparison.convIds[id] ?? ""
          try writer.write([.text(comparison.account), .text(side), .text(convId), .text(id)])
        }
      }
    }
    try writer.finish()
    for comparison in comparisons {
      let both = comparison.platform.intersection(comparison.index).count
      console.note(
        "\(comparison.account): the platform finds \(Figures.grouped(comparison.platform.count))"
          + (comparison.isCut ? ", the most it gives" : "")
          + ", the index \(Figures.grouped(comparison.index.count)); \(Figures.grouped(both)) of them both"
      )
    }
  }
}

extension Search.SearchScope {
  /// The scope as the API has it; nil for what it does not take as a term.
  fileprivate var platformName: Circuit.SearchScope? {
    switch self {
    case .all: .all
    case .messages: .messages
    case .files: .files
    case .conversations: .conversations
    case .people: .people
    case .members: .members
    case .sentBy: .sentBy
    case .label: .label
    case .filter, .date: nil
    }
  }
}

extension Query {
  /// Whether it is words side by side, which the platform takes as one term.
  fileprivate var isOneTerm: Bool {
    let parts = if case .and(let parts) = root.kind { parts } else { [root] }
    return parts.allSatisfy { part in
      switch part.kind {
      case .term(.word), .term(.phrase): true
      default: false
      }
    }
  }

  /// The text of a phrase, which the platform takes without quotes.
  fileprivate var plainTerm: String? {
    if case .term(.phrase(let text)) = root.kind { text } else { nil }
  }
}
