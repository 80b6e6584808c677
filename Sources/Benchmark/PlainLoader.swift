import Circuit
import Foundation
import SQLite

/// What a careful script would do: one table with a text key, FTS5 with `unicode61` over it, three indexes.
///
/// It shares Trawl's decoder and writes no likes, files, threads or counts, so it is a generous yardstick.
enum PlainLoader {
  /// Loads the TEXT items of a file.
  ///
  /// - Returns: Items a second.
  static func load(_ path: String, into database: String) throws -> Double {
    ImportSuite.removeDatabase(database)
    defer { ImportSuite.removeDatabase(database) }
    let connection = try Connection(path: database, access: .create)
    try connection.execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -200000;
      CREATE TABLE item(id INTEGER PRIMARY KEY, item_id TEXT UNIQUE, conversation TEXT, creator TEXT, created INT, body TEXT);
      CREATE VIRTUAL TABLE words USING fts5(body, content = 'item', content_rowid = 'id')
      """
    )
    let row = try connection.statement("INSERT INTO item VALUES (?,?,?,?,?,?)")
    let words = try connection.statement("INSERT INTO words(rowid, body) VALUES (?,?)")
    let batch = ItemBatch()
    var richText = RichText()
    var count: Int64 = 0
    let time = try milliseconds {
      let reader = try LineReader(path: path)
      try connection.execute("BEGIN")
      while let chunk = try reader.next() {
        batch.reset()
        batch.decode(chunk)
        for index in 0..<batch.count where batch[index].kind == .text {
          count += 1
          try write(batch[index], id: count, row: row, words: words, richText: &richText)
          if count % 20_000 == 0 { try connection.execute("COMMIT; BEGIN") }
        }
      }
      try connection.execute("COMMIT")
      try connection.execute(
        "CREATE INDEX a ON item(creator); CREATE INDEX b ON item(conversation); CREATE INDEX c ON item(created)"
      )
    }
    return Double(count) / time * 1_000
  }

  private static func write(
    _ item: Item,
    id: Int64,
    row: Statement,
    words: Statement,
    richText: inout RichText
  ) throws {
    var body = item.subject.string.map { $0 + " " } ?? ""
    var text: [UInt8] = []
    if item.contentType == .rich {
      _ = richText.plain(item.content.bytes, appendingTo: &text)
      body += String(decoding: text, as: UTF8.self)
    } else {
      body += item.content.string ?? ""
    }
    try row.bind(id, at: 1)
    try row.bind(item.itemId.string ?? "", at: 2)
    try row.bind(item.convId.string ?? "", at: 3)
    try row.bind(item.creatorId.string ?? "", at: 4)
    try row.bind(item.creationTime ?? 0, at: 5)
    try row.bind(body, at: 6)
    try row.run()
    try words.bind(id, at: 1)
    try words.bind(body, at: 2)
    try words.run()
  }
}
