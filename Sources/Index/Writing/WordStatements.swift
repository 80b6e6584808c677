internal import SQLite

/// The statements that change a full-text table, kept prepared.
struct WordStatements {
  let insert: Statement
  let delete: Statement

  init(connection: Connection) throws {
    insert = try connection.statement(
      "INSERT INTO item_fts(rowid, subject, content, terms) VALUES (?,?,?,?)"
    )
    delete = try connection.statement(
      "INSERT INTO item_fts(item_fts, rowid, subject, content, terms) VALUES ('delete',?,?,?,?)"
    )
  }
}
