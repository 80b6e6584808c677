internal import Chronology
internal import Index
internal import SQLite

extension SearchEngine {
  /// How many of a query's conversations are looked at.
  private static let conversationLimit = 5

  /// What the index lacks where a query looks: in the conversations that it names, and at its dates.
  func incompleteness(of resolved: ResolvedQuery) throws -> EmptyCause.Incompleteness? {
    var lack = EmptyCause.Incompleteness(conversations: [])
    let named = resolved.condition?.conversations ?? []
    lack.conversations = try named.prefix(Self.conversationLimit).compactMap(lack(inConversation:))
    let spans = resolved.parts.compactMap { part -> TimeSpan? in
      if case .row(.created(let span), _) = part.condition { span } else { nil }
    }
    if !spans.isEmpty {
      let from = spans.compactMap(\.from).max()
      let to = spans.compactMap(\.to).min()
      if let end = try coverage()?.completeTo, max(from ?? .min, to ?? .min) > end {
        lack.completeTo = end
      }
      if let items = try itemTimes(),
        items.upperBound < from ?? .min || items.lowerBound >= to ?? .max
      {
        lack.itemsWithin = items
      }
    }
    let isComplete = lack.conversations.isEmpty && lack.completeTo == nil && lack.itemsWithin == nil
    return isComplete ? nil : lack
  }

  private func itemTimes() throws -> ClosedRange<Int64>? {
    guard let first = try connection.integer("SELECT min(id) FROM item"),
      let last = try connection.integer("SELECT max(id) FROM item")
    else { return nil }
    return Rowid.millisecond(of: first)...Rowid.millisecond(of: last)
  }

  private func lack(
    inConversation id: Int64
  ) throws -> EmptyCause.Incompleteness.Conversation? {
    let sql = """
      SELECT backfilledAt IS NULL AND lostSince IS NULL, pending IS NOT NULL, gaps > 0,
        lostSince IS NOT NULL, completeFrom > 0
      FROM coverage WHERE conversation = ?
      """
    let reasons = try connection.first(sql, [.integer(id)]) { row in
      EmptyCause.Incompleteness.Reason.allCases.enumerated()
        .filter { row.integer(at: $0.offset) != 0 }.map(\.element)
    }
    guard let reasons, !reasons.isEmpty else { return nil }
    let (convId, name) = try hits.conversationName(id)
    return .init(convId: convId, name: name, reasons: reasons)
  }
}

extension Condition {
  /// The conversations, by dense id, that this looks for.
  fileprivate var conversations: [Int64] {
    switch self {
    case .row(.conversation(let id), _): [id]
    case .and(let parts), .or(let parts): parts.flatMap(\.conversations)
    case .row, .match, .not, .never: []
    }
  }
}
