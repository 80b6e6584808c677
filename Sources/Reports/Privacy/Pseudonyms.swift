import SQLite

/// What a report reads when codes are to stand for names.
///
/// Views of the names that reports know hide those of the index: people and conversations go by the index's own
/// numbers, and texts, topics and the names of files are left out. The columns they come from are NULL to whatever
/// else a block reads, so that no SQL gets round the views.
enum Pseudonyms {
  /// The views that are put over those of the index.
  static let views = ["people", "conversations", "items", "messages", "files"]

  /// Makes the views.
  static func create(on connection: Connection) throws(SQLiteError) {
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
      SELECT item, ordinal, NULL AS fileId, NULL AS fileName, ending, mimeType, size FROM main.files;
      """
    )
  }

  /// Takes the views away again, where they are there.
  static func drop(from connection: Connection) throws(SQLiteError) {
    for view in views { try connection.execute("DROP VIEW IF EXISTS temp.\(view)") }
  }

  /// Everything in the index that names, quotes or identifies.
  static let hidden = HiddenColumns(
    [
      "user": [
        "user_id", "display_name", "first_name", "last_name", "email", "extra", "name_key",
      ],
      "conversation": [
        "conv_id", "topic", "topic_placeholder", "description", "extra", "name_key",
      ],
      "thread": ["head_item_id"],
      "item_text": ["item_id", "subject", "content", "extra"],
      "item_key": ["item_id"],
      "item_fts": ["subject", "content", "terms", "item_fts"],
      "item_fts_data": ["block"],
      "item_fts_idx": ["term"],
      "attachment": ["file_id", "name", "url", "delete_url", "item_id", "extra"],
      "flag": ["item_id", "extra"],
      "pin": ["item_id", "extra"],
      "label": ["label_id", "value", "extra"],
      "absence": ["item_id"],
      "account": ["name", "base_url", "credentials"],
      "quarantine": ["source", "reason", "bytes"],
      "pending": ["reason"],
      "run": ["source"],
      "dictionary": ["bytes"],
    ],
    // Of these only what the view makes of them is seen: a call's length, a file's kind, an item's absence.
    visible: [
      "calls": ["item_text"], "file_endings": ["attachment"],
      "gone_items": ["absence", "item_key"],
    ]
  )
}
