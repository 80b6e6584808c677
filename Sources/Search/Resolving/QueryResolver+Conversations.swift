internal import SQLite
internal import Text

/// Filters that stand for a set of conversations.
extension QueryResolver {
  func partners(of name: String, at range: Range<Int>) throws -> Condition {
    let person = try names.dense(name, .person, at: range).id
    return try conversations(
      """
      SELECT m.conversation FROM participant m JOIN conversation c ON c.id = m.conversation
      WHERE m.user = ? AND c.type = 'DIRECT'
      """,
      [.integer(person)]
    )
  }

  func memberships(of name: String, at range: Range<Int>) throws -> Condition {
    let person = try names.dense(name, .person, at: range).id
    return try conversations(
      "SELECT conversation FROM participant WHERE user = ?",
      [.integer(person)]
    )
  }

  func labelled(_ name: String, at range: Range<Int>) throws -> Condition {
    let labels = SQLFragment.isOne(of: try names.labels(name, at: range), "label")
    return try conversations(
      "SELECT DISTINCT conversation FROM label_conversation WHERE \(labels.text)",
      labels.values
    )
  }

  func seen(byAccount name: String, at range: Range<Int>) throws -> Condition {
    let accounts = SQLFragment.isOne(of: try names.accounts(name, at: range), "account")
    return try conversations(
      "SELECT DISTINCT conversation FROM account_conversation WHERE \(accounts.text)",
      accounts.values
    )
  }

  /// Conversations with a phrase in their topic.
  func called(_ phrase: QueryPhrase) throws -> Condition {
    let selection = phrase.topicSelection
    return try conversations(selection.text, selection.values)
  }

  private func conversations(_ selection: String, _ values: [Value]) throws -> Condition {
    let set = try ConversationSet(SQLFragment(selection, values), on: connection)
    return .row(.conversations(set), term: set.term)
  }
}
