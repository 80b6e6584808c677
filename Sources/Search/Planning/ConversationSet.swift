internal import Index
internal import SQLite

/// Conversations that a filter such as `label:` or `member:` stands for.
///
/// Who is in a conversation and what it is called change without its items changing, so these are no
/// terms of the full-text index; the conversations themselves are.
struct ConversationSet: Equatable {
  /// A SELECT of their dense ids.
  let selection: SQLFragment
  /// Their dense ids.
  let ids: [Int64]

  /// Up to how many conversations are asked for as terms of the full-text index; beyond it, opening
  /// a list of postings for each costs more than testing the rows (2 ms for 500 of them, measured).
  static let termLimit = 256

  /// The conversations as a question to the full-text index, if they are few.
  var term: MatchNode? {
    guard (1...Self.termLimit).contains(ids.count) else { return nil }
    let terms = ids.map { MatchNode.term(ScopeTerm.conversation($0)) }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  /// The conversations that `selection` gives at this moment.
  ///
  /// - Throws: `SQLiteError`.
  init(_ selection: SQLFragment, on connection: Connection) throws {
    self.selection = selection
    ids = try connection.rows(selection.text, selection.values) { $0.integer(at: 0) }
  }

  /// The test of a row, `item i` or whatever else has a column `conversation`.
  var predicate: SQLFragment {
    SQLFragment("i.conversation IN (\(selection.text))", selection.values)
  }
}
