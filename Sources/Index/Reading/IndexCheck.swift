internal import SQLite

/// Proves that an index is whole, and that everything derived in it equals a recount.
public struct IndexCheck {
  private let connection: Connection
  private let path: String

  /// Opens the index.
  ///
  /// SQLite's comparing full-text check is a write to it, so this needs the right to write.
  ///
  /// - Parameter path: The file's path.
  /// - Throws: `IndexError`, or `SQLiteError`.
  public init(path: String) throws {
    connection = try Store.keeper(at: path)
    self.path = path
  }

  /// The checks, in the order in which they run.
  public static let names = [
    "SQLite integrity", "analysis", "contents", "full text", "rows", "counts", "threads",
    "references", "rollups", "topics", "ingest", "notes",
  ]

  /// Runs all checks; the index stays as it is.
  ///
  /// - Parameter progress: Called with the name of each check before it runs.
  /// - Returns: A result for each check.
  /// - Throws: `SQLiteError` when the file cannot even be read.
  public func run(progress: (String) -> Void = { _ in }) throws -> [CheckResult] {
    try Self.names.map { name in
      progress(name)
      return CheckResult(name: name, problems: try problems(of: name))
    }
  }

  private func problems(of name: String) throws -> [String] {
    switch name {
    case "SQLite integrity":
      try connection.rows("PRAGMA integrity_check(20)") { $0.text(at: 0) ?? "" }
        .filter { $0 != "ok" }
    case "analysis": try analysisProblems()
    case "contents": try contentProblems()
    case "full text": try fullTextProblems()
    case "rows": try counted(Self.rowQueries)
    case "counts": try counted(Self.countQueries)
    case "threads": try counted(Self.threadQueries)
    case "references": try counted(Self.referenceQueries)
    case "ingest": try counted(Self.syncQueries)
    case "rollups": try RollupCheck.problems(of: connection)
    case "topics": try counted(TopicWords.differences)
    default: try counted(Self.noteQueries)
    }
  }

  private func analysisProblems() throws -> [String] {
    let languages = try Store.languages(of: connection, path: path)
    let file = try Store.storedAnalysis(of: connection)
    let program = AnalysisVersion.current(with: languages)
    guard file != program else { return [] }
    return ["words were made by \(file), this program's rules are \(program)"]
  }

  /// Contents that are packed, each unpacked.
  private func contentProblems() throws -> [String] {
    let contents = ContentUnpacker(connection: connection)
    var problems: [String: Int] = [:]
    try connection.forEachRow(
      "SELECT content FROM item_text WHERE typeof(content) = 'blob'"
    ) { row in
      do {
        _ = try contents.content(row, at: 0)
      } catch let error as PackedContentError {
        problems["\(error)", default: 0] += 1
      }
    }
    return problems.keys.sorted().map { "\(problems[$0] ?? 0) items: \($0)" }
  }

  /// The comparing form: only with rank = 1 does FTS5 read the view and compare (measured on 3.40.1; the plain form
  /// and `PRAGMA integrity_check` see nothing of an index that has lost step).
  private func fullTextProblems() throws -> [String] {
    do {
      try connection.run("INSERT INTO item_fts(item_fts, rank) VALUES ('integrity-check', 1)")
      return []
    } catch let error as SQLiteError where error.isCorrupt {
      return ["the full-text index is not what its items say; run 'trawl check --repair'"]
    } catch let error as SQLiteError {
      guard try contentProblems().isEmpty else {
        return ["it cannot be compared with contents that cannot be read"]
      }
      throw error
    }
  }

  /// The sentences of the queries whose count is not 0, with the count.
  private func counted(_ queries: [(String, String)]) throws -> [String] {
    try queries.compactMap { sentence, sql in
      let count = try connection.integer(sql) ?? 0
      return count == 0 ? nil : "\(count) \(sentence)"
    }
  }

  private static let rowQueries = [
    (
      "items without their text",
      "SELECT count(*) FROM item WHERE id NOT IN (SELECT id FROM item_text)"
    ),
    (
      "texts without their item",
      "SELECT count(*) FROM item_text WHERE id NOT IN (SELECT id FROM item)"
    ),
    (
      "items that their id does not lead to",
      """
      SELECT count(*) FROM item_text t
      WHERE NOT EXISTS (SELECT 1 FROM item_key k WHERE k.key = id_key(t.item_id) AND k.item = t.id)
      """
    ),
    (
      "ids that lead to no item",
      "SELECT count(*) FROM item_key k LEFT JOIN item_text t ON t.id = k.item WHERE k.key IS NOT id_key(t.item_id)"
    ),
    (
      "items of one id",
      """
      SELECT count(*) FROM item_key a JOIN item_key b ON b.key = a.key AND b.item > a.item
      JOIN item_text s ON s.id = a.item JOIN item_text t ON t.id = b.item AND t.item_id = s.item_id
      """
    ),
    (
      "items before their time",
      "SELECT count(*) FROM item WHERE coalesce(created, id >> 3) > id >> 3"
    ),
    (
      "likes of no item", "SELECT count(*) FROM item_like WHERE item NOT IN (SELECT id FROM item)"
    ),
    (
      "attachments of no item",
      "SELECT count(*) FROM attachment WHERE item NOT IN (SELECT id FROM item)"
    ),
    (
      "URLs of a form that is not there",
      """
      SELECT count(*) FROM (SELECT url FROM attachment UNION ALL SELECT delete_url FROM attachment)
      WHERE typeof(url) = 'integer' AND url NOT IN (SELECT id FROM url_form)
      """
    ),
  ]

  private static let countQueries = [
    (
      "items whose number of likes is wrong",
      """
      SELECT count(*) FROM item i WHERE likes <>
        (SELECT count(*) FROM item_like l WHERE l.item = i.id AND l.gone_run IS NULL)
      """
    ),
    (
      "items whose number of files is wrong",
      "SELECT count(*) FROM item i WHERE files <> (SELECT count(*) FROM attachment a WHERE a.item = i.id)"
    ),
  ]

  private static let threadQueries = [
    (
      "threads whose number of replies is wrong",
      """
      SELECT count(*) FROM thread t LEFT JOIN
        (SELECT thread, count(*) AS n FROM item WHERE thread IS NOT NULL AND kind = 0 AND state <> 3 AND gone = 0
         GROUP BY thread) r ON r.thread = t.id
      WHERE t.replies <> coalesce(r.n, 0)
      """
    ),
    (
      "threads whose head is wrong",
      """
      SELECT count(*) FROM thread t WHERE t.head IS NOT \(WireID.item(withID: "t.head_item_id"))
      """
    ),
    (
      "replies to no thread",
      "SELECT count(*) FROM item WHERE thread IS NOT NULL AND thread NOT IN (SELECT id FROM thread)"
    ),
  ]

  private static let referenceQueries = [
    (
      "flags on the wrong item",
      "SELECT count(*) FROM flag f WHERE f.item IS NOT \(WireID.item(withID: "f.item_id"))"
    ),
    (
      "pins on the wrong item",
      "SELECT count(*) FROM pin p WHERE p.item IS NOT \(WireID.item(withID: "p.item_id"))"
    ),
    (
      "items in no known conversation",
      "SELECT count(*) FROM item WHERE conversation <> 0 AND conversation NOT IN (SELECT id FROM conversation)"
    ),
    (
      "items by no known person",
      "SELECT count(*) FROM item WHERE creator <> 0 AND creator NOT IN (SELECT id FROM user)"
    ),
  ]

  private static let noteQueries = [
    (
      "ms too little noted as the greatest displacement",
      """
      SELECT max(0, coalesce((SELECT max((id >> 3) - created) FROM item WHERE created IS NOT NULL), 0)
        - (SELECT value FROM meta WHERE key = 'max_displacement_ms'))
      """
    ),
    (
      "items more or less without a time than noted",
      """
      SELECT abs((SELECT count(*) FROM item_text WHERE form & \(ItemForm.timeIsFallback))
        - coalesce((SELECT value FROM meta WHERE key = 'items_without_time'), 0))
      """
    ),
  ]
}
