internal import SQLite

/// Keeps the words of topics in step with the conversations' name keys.
struct TopicWords {
  private let insert: Statement
  private let delete: Statement

  init(connection: Connection) throws(SQLiteError) {
    insert = try connection.statement("INSERT INTO topic_word(word, conversation) VALUES (?,?)")
    delete = try connection.statement("DELETE FROM topic_word WHERE word = ? AND conversation = ?")
  }

  /// Notes that a conversation's name key has changed.
  func replace(_ old: String?, by new: String?, of conversation: Int64) throws(SQLiteError) {
    guard old != new else { return }
    let (before, after) = (Self.words(of: old), Self.words(of: new))
    for word in before.subtracting(after) { try run(delete, word, conversation) }
    for word in after.subtracting(before) { try run(insert, word, conversation) }
  }

  private func run(
    _ statement: Statement,
    _ word: Substring,
    _ conversation: Int64
  ) throws(SQLiteError) {
    try statement.bind([.text(String(word)), .integer(conversation)])
    try statement.run()
  }

  private static func words(of key: String?) -> Set<Substring> {
    Set((key ?? "").split(separator: " "))
  }
}

extension TopicWords {
  /// The rows that there should be, from the conversations alone.
  static let recount = """
    WITH RECURSIVE part(conversation, word, rest) AS (
      SELECT id, '', name_key || ' ' FROM conversation WHERE name_key IS NOT NULL
      UNION ALL
      SELECT conversation, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
      FROM part WHERE rest <> '')
    SELECT DISTINCT word, conversation FROM part WHERE word <> ''
    """

  /// Queries that count the rows that differ, with what to say of them.
  static let differences = [
    (
      "words of topics that a recount makes otherwise",
      """
      SELECT (SELECT count(*) FROM (SELECT word, conversation FROM topic_word EXCEPT SELECT * FROM (\(recount))))
        + (SELECT count(*) FROM (SELECT * FROM (\(recount)) EXCEPT SELECT word, conversation FROM topic_word))
      """
    )
  ]
}
