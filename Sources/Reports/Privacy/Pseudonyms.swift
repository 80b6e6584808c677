import SQLite

/// What a report reads when codes are to stand for names.
///
/// Views of the names that reports know hide those of the index: people and conversations go by the index's own
/// numbers, and texts, topics and the names of files are left out. The columns they come from are NULL to whatever
/// else a block reads, so that no SQL gets round the views.
struct Pseudonyms {
  /// What the names of the views begin with that see hidden columns.
  ///
  /// SQLite tells the authorizer through which view a column is read, and calls a common table expression by its name
  /// as it does a view: a name that no definition can know keeps it from passing for one.
  private let prefix = "seen_\(UInt64.random(in: .min ... .max))_"

  /// Views of the index of which only what they make of hidden columns is seen, and the tables these are of: a call's
  /// length, a file's kind, an item's absence, that something is pending.
  private static let exempt = [
    "calls": ["item_text"], "file_endings": ["attachment"],
    "gone_items": ["absence", "item_key", "item_text"], "coverage": ["pending"],
  ]

  /// Makes the views.
  func create(on connection: Connection) throws {
    for view in Self.exempt.keys.sorted() {
      let sql = try connection.first(
        "SELECT sql FROM main.sqlite_schema WHERE type = 'view' AND name = ?",
        [.text(view)]
      ) { $0.text(at: 0) ?? "" }
      let opening = "CREATE VIEW \(view) AS"
      guard let sql, sql.hasPrefix(opening) else { continue }
      try connection.execute(
        """
        CREATE TEMP VIEW \(prefix)\(view) AS \(sql.dropFirst(opening.count));
        CREATE TEMP VIEW \(view) AS SELECT \(view == "coverage" ? Self.coverage : "*") FROM temp.\(prefix)\(view);
        """
      )
    }
    try connection.execute(
      """
      CREATE TEMP VIEW people AS
      SELECT person, 'P' || person AS userId, 'Person ' || person AS name, NULL AS emailAddress, userType, userState,
        described, firstMessageTime FROM main.people;
      CREATE TEMP VIEW conversations AS
      SELECT conversation, 'C' || conversation AS convId, type, 'Conversation ' || conversation AS name, NULL AS topic,
        creator, creationTime, modificationTime, participants, described FROM main.conversations;
      CREATE TEMP VIEW items AS
      SELECT item, NULL AS itemId, conversation, person, type, creationTime, modificationTime, state, gone, webhook,
        question, thread, reply, likes, files, replies, NULL AS subject, NULL AS text FROM main.items;
      CREATE TEMP VIEW messages AS
      SELECT * FROM temp.items WHERE type = 'TEXT' AND state IS NOT 'DELETED' AND gone = 0;
      CREATE TEMP VIEW files AS
      SELECT item, ordinal, NULL AS fileId, NULL AS fileName,
        (SELECT e.ending FROM temp.file_endings e WHERE e.item = f.item AND e.ordinal = f.ordinal) AS ending,
        mimeType, size FROM main.files f;
      """
    )
  }

  /// Why something could not be read may quote the server.
  private static let coverage = """
    conversation, completeFrom, newest, backfilledAt, verifiedAt, gaps, iif(pending IS NULL, NULL, 'not shown') AS pending,
      lostSince
    """

  /// Whether SQLite hides what it should from a query.
  ///
  /// It asks nobody about the columns by which a FULL or RIGHT join is made (measured on 3.40.1). An outer join to both
  /// sides is written with one of these words in all spellings.
  static func canHide(from sql: String) -> Bool {
    let words = sql.lowercased().split {
      !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_"))
    }
    return !words.contains { $0 == "full" || $0 == "right" }
  }

  /// Everything in the index that names, quotes or identifies.
  var hidden: HiddenColumns {
    HiddenColumns(
      Self.columns,
      visible: Dictionary(
        uniqueKeysWithValues: Self.exempt.map { (prefix + $0.key, Set($0.value)) }
      )
    )
  }

  static let columns: [String: Set<String>] = [
    "user": [
      "user_id", "display_name", "first_name", "last_name", "email", "extra", "name_key",
    ],
    "conversation": [
      "conv_id", "topic", "topic_placeholder", "description", "extra", "name_key",
    ],
    "topic_word": ["word"],
    "thread": ["head_item_id"],
    "item_text": ["item_id", "subject", "content", "extra"],
    "item_key": ["key"],
    "item_fts": ["subject", "content", "terms", "item_fts"],
    "item_fts_data": ["block"],
    "item_fts_idx": ["term"],
    "attachment": ["file_id", "name", "url", "delete_url", "item_id", "extra"],
    "url_form": ["form"],
    "flag": ["item_id", "extra"],
    "pin": ["item_id", "extra"],
    "label": ["label_id", "value", "extra"],
    "absence": ["item_id"],
    "account": ["name", "base_url", "credentials"],
    "quarantine": ["source", "reason", "bytes"],
    "pending": ["reason"],
    "gap": ["reason"],
    "run": ["source"],
    "dictionary": ["bytes"],
  ]
}
