extension Schema {
  /// Which conversations have a word in their topic: derived from `conversation.name_key`.
  ///
  /// A look through all topics would take some 2 ms with 8,000 conversations, more than the rest of a search.
  static let topics = """
    CREATE TABLE topic_word(
      word TEXT NOT NULL,
      conversation INTEGER NOT NULL,
      PRIMARY KEY(word, conversation)
    ) STRICT, WITHOUT ROWID;
    """
}
