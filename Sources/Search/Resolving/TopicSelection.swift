internal import SQLite
internal import Text

extension QueryPhrase {
  /// A SELECT of the conversations with the phrase in their topic, each once.
  ///
  /// The index knows which topics have a word. Of a phrase the longest word is asked for, most likely the rarest, and
  /// the topics that have it are read.
  var topicSelection: SQLFragment {
    let whole = isPrefix ? tokens.dropLast() : tokens[...]
    guard let anchor = whole.max(by: { $0.count < $1.count }) else {
      guard let beginning = tokens.last.map({ String(decoding: $0, as: UTF8.self) }) else {
        return SQLFragment("SELECT conversation FROM topic_word WHERE 0")
      }
      // Nothing comes after the last scalar of Unicode.
      return SQLFragment(
        "SELECT DISTINCT conversation FROM topic_word WHERE word BETWEEN ? AND ?",
        [.text(beginning), .text(beginning + "\u{10FFFF}")]
      )
    }
    var sql = SQLFragment(
      "SELECT conversation FROM topic_word WHERE word = ?",
      [.text(String(decoding: anchor, as: UTF8.self))]
    )
    guard tokens.count > 1 else { return sql }
    let topic = "(SELECT name_key FROM conversation c WHERE c.id = conversation)"
    sql.text += " AND instr(' ' || \(topic) || ' ', ?) > 0"
    sql.values.append(.text(inNameKey))
    return sql
  }

  /// How the phrase stands in a `name_key` that has a space at either end.
  var inNameKey: String {
    let words = tokens.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return isPrefix ? " \(words)" : " \(words) "
  }
}
