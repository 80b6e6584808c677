package import SQLite

/// What is counted of a set of items; `docs/views.md` says what each count means.
package struct Counts: Equatable, Sendable {
  package var messages: Int64
  package var replies: Int64
  package var likes: Int64
  package var files: Int64
  package var calls: Int64

  /// Counts that are all 0 but those given.
  package init(
    messages: Int64 = 0,
    replies: Int64 = 0,
    likes: Int64 = 0,
    files: Int64 = 0,
    calls: Int64 = 0
  ) {
    self.messages = messages
    self.replies = replies
    self.likes = likes
    self.files = files
    self.calls = calls
  }

  /// Reads counts that stand in the order of `inOrder`.
  ///
  /// - Parameters:
  ///   - row: A row with them.
  ///   - column: The first of their columns.
  package init(_ row: Row, from column: Int) {
    self.init(
      messages: row.integer(at: column),
      replies: row.integer(at: column + 1),
      likes: row.integer(at: column + 2),
      files: row.integer(at: column + 3),
      calls: row.integer(at: column + 4)
    )
  }

  /// Binds the counts in the order of `inOrder`.
  ///
  /// - Parameters:
  ///   - statement: A statement with a parameter for each.
  ///   - position: The first of their positions.
  /// - Throws: `SQLiteError` for a position that does not exist.
  package func bind(to statement: Statement, from position: Int) throws {
    try statement.bind(messages, at: position)
    try statement.bind(replies, at: position + 1)
    try statement.bind(likes, at: position + 2)
    try statement.bind(files, at: position + 3)
    try statement.bind(calls, at: position + 4)
  }

  /// Adds up.
  package static func += (left: inout Counts, right: Counts) {
    left.messages += right.messages
    left.replies += right.replies
    left.likes += right.likes
    left.files += right.files
    left.calls += right.calls
  }

  /// What is to be taken away.
  static prefix func - (counts: Counts) -> Counts {
    Counts(
      messages: -counts.messages,
      replies: -counts.replies,
      likes: -counts.likes,
      files: -counts.files,
      calls: -counts.calls
    )
  }

  /// In the order of the columns of every table of counts.
  package var inOrder: [Int64] { [messages, replies, likes, files, calls] }
}
