import Index
import SQLite

/// The temporary views of what a parameter names or matches: `NAME_items` and `NAME_messages`.
///
/// The items of a conversation, and those that a person wrote, come from the full-text index's scope terms: no other
/// index has them, and it costs as much as there are items.
struct SubjectViews {
  /// The parameter's name.
  let name: String
  /// The schema of the views that hide names.
  let schema: String
  let connection: Connection

  /// Makes the views of a person or conversation; they may not be there yet.
  func create(of subject: ReportSubject, _ kind: ReportSubject.Kind) throws(SQLiteError) {
    let term =
      switch kind {
      case .conversation: ScopeTerm.conversation(subject.id)
      case .person: ScopeTerm.sender(subject.id)
      }
    // As the tokenizer marks what is a term already.
    let match = "\"\u{1}\(String(decoding: term, as: UTF8.self))\""
    try createViews()
    try connection.execute(
      """
      INSERT INTO temp.\(name)_rows SELECT rowid FROM main.item_fts WHERE item_fts MATCH '\(match)' ORDER BY rowid
      """
    )
  }

  /// Makes the views of what a query matched; they may not be there yet.
  func create(of items: [Int64]) throws {
    try createViews()
    try connection.withStatement("INSERT INTO temp.\(name)_rows VALUES (?)") { statement in
      for item in items {
        try statement.bind(item, at: 1)
        try statement.run()
      }
    }
  }

  private func createViews() throws(SQLiteError) {
    try connection.execute(
      """
      CREATE TEMP TABLE \(name)_rows(item INTEGER PRIMARY KEY);
      CREATE TEMP VIEW \(name)_items AS
      SELECT i.* FROM temp.\(name)_rows r CROSS JOIN \(schema).items i ON i.item = r.item;
      CREATE TEMP VIEW \(name)_messages AS
      SELECT i.* FROM temp.\(name)_rows r CROSS JOIN \(schema).messages i ON i.item = r.item;
      """
    )
  }

  /// What people call the subject, and the id that may be shown, by the views of the run.
  func shown(
    _ subject: ReportSubject,
    _ kind: ReportSubject.Kind
  ) throws -> (name: String, id: String)? {
    let (view, id, key) =
      kind == .person
      ? ("people", "userId", "person") : ("conversations", "convId", "conversation")
    return try connection.first(
      "SELECT name, \(id) FROM \(schema).\(view) WHERE \(key) = ?",
      [.integer(subject.id)]
    ) { (name: $0.text(at: 0) ?? "", id: $0.text(at: 1) ?? "") }
  }
}
