/// The SQL that makes an index file, as it is today.
///
/// Older files reach it by `Migrations`.
///
/// Times are milliseconds since 1970 UTC. `user`, `conversation` and `thread` ids are dense integers; 0 stands for
/// "not given" where a conversation or a person is referred to. See `docs/architecture.md` for the picture.
enum Schema {
  /// The version of the tables below, kept in `PRAGMA user_version`.
  static let version = 1

  /// Marks the file as Trawl's: "Trwl" (`PRAGMA application_id`).
  static let applicationID = 0x5472_776c

  /// All of it, in order.
  static let script = [
    tables, topics, accounts, syncTables, rollups, indexedItem, fullTextTable, views, syncViews,
  ].joined(separator: "\n")

  /// The truth: what the API gave.
  ///
  /// What no column holds is in `extra`, a JSON object with the item's own nesting.
  private static let tables = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

    -- One row a run that wrote: when it looked, and what it found.
    CREATE TABLE run(
      id INTEGER PRIMARY KEY,
      command TEXT NOT NULL,
      source TEXT NOT NULL,
      started INTEGER NOT NULL,
      finished INTEGER,
      inserted INTEGER NOT NULL DEFAULT 0,
      updated INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      skipped INTEGER NOT NULL DEFAULT 0,
      quarantined INTEGER NOT NULL DEFAULT 0,
      settled INTEGER NOT NULL DEFAULT 0  -- 1: an ingest that asked every conversation that was due
    ) STRICT;

    CREATE TABLE user(
      id INTEGER PRIMARY KEY,
      user_id TEXT NOT NULL UNIQUE,
      display_name TEXT,
      first_name TEXT,
      last_name TEXT,
      email TEXT,
      type TEXT,
      state TEXT,
      extra TEXT,
      described INTEGER NOT NULL,   -- 0: only mentioned so far, a placeholder
      name_key TEXT                 -- the display name as folded tokens, for finding people by name
    ) STRICT;
    CREATE INDEX user_email ON user(email COLLATE NOCASE) WHERE email IS NOT NULL;
    CREATE INDEX user_name_key ON user(name_key) WHERE name_key IS NOT NULL;

    CREATE TABLE conversation(
      id INTEGER PRIMARY KEY,
      conv_id TEXT NOT NULL UNIQUE,
      type TEXT,                    -- DIRECT, GROUP, COMMUNITY, LARGE, or what the API says next
      topic TEXT,
      topic_placeholder TEXT,
      description TEXT,
      creator INTEGER NOT NULL DEFAULT 0,
      created INTEGER,
      modified INTEGER,
      extra TEXT,
      described INTEGER NOT NULL,
      name_key TEXT
    ) STRICT;
    CREATE INDEX conversation_name_key ON conversation(name_key) WHERE name_key IS NOT NULL;
    CREATE INDEX conversation_type ON conversation(type);

    -- ordinal keeps the order of the API's list, so that an export gives it back.
    CREATE TABLE participant(
      conversation INTEGER NOT NULL,
      user INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      PRIMARY KEY(conversation, user)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX participant_user ON participant(user, conversation);

    -- A thread is known by its head's itemId from the first reply on, also while the head itself is missing.
    CREATE TABLE thread(
      id INTEGER PRIMARY KEY,
      head_item_id ANY NOT NULL UNIQUE,
      head INTEGER,                 -- item.id, NULL until it is seen
      replies INTEGER NOT NULL DEFAULT 0  -- messages among its replies (derived)
    ) STRICT;
    CREATE INDEX thread_head ON thread(head) WHERE head IS NOT NULL;

    -- What filters and reports look at, narrow. Rowids follow creationTime: ms × 8 + slot (see Rowid).
    CREATE TABLE item(
      id INTEGER PRIMARY KEY,
      conversation INTEGER NOT NULL,
      creator INTEGER NOT NULL,
      kind ANY NOT NULL,            -- 0 TEXT, 1 SYSTEM, 2 RTC, any other type by its own name
      state INTEGER NOT NULL,       -- 0 not given, 1 CREATED, 2 EDITED, 3 DELETED
      webhook INTEGER NOT NULL,     -- isWebhookMessage: 0 false or not given, 1 true
      gone INTEGER NOT NULL,        -- 1: vanished from the platform
      question INTEGER NOT NULL,    -- 1: a sentence of it ends in a question mark (derived)
      thread INTEGER,               -- of a reply
      created INTEGER,              -- the item's time where id / 8 is not it
      modified INTEGER,             -- modificationTime minus the item's time; NULL when not given
      likes INTEGER NOT NULL,       -- rows of item_like that are not gone (derived)
      files INTEGER NOT NULL        -- rows of attachment (derived)
    ) STRICT;
    CREATE INDEX item_thread ON item(thread) WHERE thread IS NOT NULL;
    -- Calls are few among the items of a week.
    CREATE INDEX item_call ON item(gone) WHERE kind = 2;

    -- The wide half of an item. item_id: 16 bytes for a UUID in its usual form, text for any other id.
    CREATE TABLE item_text(
      id INTEGER PRIMARY KEY,
      item_id ANY NOT NULL,
      form INTEGER NOT NULL,        -- bits of contentType, includeInUnreadCount and more: see ItemForm
      subject TEXT,
      content ANY,                  -- text, or a blob: packed with a row of dictionary
      extra TEXT
    ) STRICT;

    -- What contents are packed with: zstd's dictionary format, the id in it.
    CREATE TABLE dictionary(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

    -- Which item an id is, by id_key(item_id), eight bytes that several ids may share. A table of its own, so that ids,
    -- which come in no order, are added sorted at a commit.
    CREATE TABLE item_key(
      key INTEGER NOT NULL,
      item INTEGER NOT NULL,
      PRIMARY KEY(key, item)
    ) STRICT, WITHOUT ROWID;

    -- A person's like, as the runs saw it: first_run is the look that showed it first, gone_run the first without it,
    -- last_seen the last look before that (ms; NULL while it is there: looks at what has not changed are not written).
    CREATE TABLE item_like(
      item INTEGER NOT NULL,
      user INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      first_run INTEGER NOT NULL,
      gone_run INTEGER,
      last_seen INTEGER,
      PRIMARY KEY(item, user)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attachment(
      item INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      file_id TEXT,
      name TEXT,
      mime_type TEXT,
      size INTEGER,                 -- bytes
      url ANY,                      -- text, or a number of url_form
      delete_url ANY,
      item_id ANY,
      creator INTEGER NOT NULL,
      created INTEGER,
      modified INTEGER,
      extra TEXT,
      PRIMARY KEY(item, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- What the URLs of many files have in common: see URLForms.
    CREATE TABLE url_form(id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE) STRICT;

    -- Flags and pins keep the wire's itemId: they may come before the item, whose id is filled in when it does.
    CREATE TABLE flag(
      item_id ANY NOT NULL,
      user INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      item INTEGER,
      first_run INTEGER NOT NULL,
      gone_run INTEGER,
      last_seen INTEGER,
      extra TEXT,
      PRIMARY KEY(item_id, user)
    ) STRICT, WITHOUT ROWID;
    -- With what tells the flags of now, so that counting them reads no row.
    CREATE INDEX flag_item ON flag(item, gone_run) WHERE item IS NOT NULL;
    CREATE INDEX flag_user ON flag(user);

    CREATE TABLE pin(
      item_id ANY NOT NULL,
      conversation INTEGER NOT NULL,
      item INTEGER,
      user INTEGER NOT NULL,
      pinned INTEGER,
      first_run INTEGER NOT NULL,
      gone_run INTEGER,
      extra TEXT,
      PRIMARY KEY(item_id, conversation)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pin_item ON pin(item) WHERE item IS NOT NULL;

    CREATE TABLE label(
      id INTEGER PRIMARY KEY,
      user INTEGER NOT NULL,
      label_id TEXT NOT NULL,
      value TEXT,
      extra TEXT,
      UNIQUE(user, label_id)
    ) STRICT;
    CREATE INDEX label_value ON label(value COLLATE NOCASE);
    CREATE TABLE label_conversation(
      label INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      PRIMARY KEY(label, conversation)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE favorite(
      user INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      PRIMARY KEY(user, conversation)
    ) STRICT, WITHOUT ROWID;

    -- Lines that could not be taken, whole, so that nothing is lost. digest keeps a line from being set aside twice.
    CREATE TABLE quarantine(
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL,
      source TEXT NOT NULL,
      line INTEGER NOT NULL,
      reason TEXT NOT NULL,
      bytes BLOB NOT NULL,
      digest INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX quarantine_digest ON quarantine(digest, source);
    """

  /// Counts by UTC quarter of an hour and UTC day, and whose first message was when, kept in the transaction that
  /// changes an item; `trawl check` recounts them.
  ///
  /// A quarter of an hour is the largest grain of which the days and hours of all zones in use today are made.
  private static let rollups = """
    -- The messages and calls of an hour of rowids, packed: see ItemBlock.
    CREATE TABLE item_block(hour INTEGER PRIMARY KEY, items BLOB NOT NULL) STRICT;
    CREATE TABLE quarter_hourly(
      quarter INTEGER PRIMARY KEY,  -- quarters of an hour since 1970 UTC
      messages INTEGER NOT NULL,
      replies INTEGER NOT NULL,
      likes INTEGER NOT NULL,
      files INTEGER NOT NULL,
      calls INTEGER NOT NULL
    ) STRICT;
    -- Days since 1970 UTC, by conversation and by person, packed: see DayBlock.
    CREATE TABLE daily_conversation(day INTEGER PRIMARY KEY, counts BLOB NOT NULL) STRICT;
    CREATE TABLE daily_person(day INTEGER PRIMARY KEY, counts BLOB NOT NULL) STRICT;
    CREATE TABLE first_message(
      person INTEGER PRIMARY KEY,
      time INTEGER NOT NULL         -- ms since 1970 UTC
    ) STRICT;
    """

  /// The full-text index over a view that gives exactly what was indexed, scope terms included.
  private static let indexedItem = """
    CREATE VIEW indexed_item AS
    SELECT i.id AS id,
      clean_text(t.subject) AS subject,
      plain_text(t.content, t.form) AS content,
      scope_terms(i.conversation, i.creator, i.kind, i.state, i.webhook, i.thread IS NOT NULL, i.question,
        t.content, t.form,
        (SELECT group_concat(name, char(31)) FROM
          (SELECT clean_text(coalesce(name, '')) AS name FROM attachment a WHERE a.item = i.id ORDER BY a.ordinal)))
        AS terms
    FROM item i JOIN item_text t ON t.id = i.id;
    """

  /// The full-text table itself, which a repair makes anew.
  static let fullTextTable = """
    CREATE VIRTUAL TABLE item_fts USING fts5(\(fullTextBody),
      content = 'indexed_item', content_rowid = 'id');
    -- hashsize: bytes of words held before a segment is written; larger means fewer segments to merge. Sixteen segments of
    -- about one size are merged, a part with each that is added: all at once a commit would take seconds.
    INSERT INTO item_fts(item_fts, rank) VALUES
      ('hashsize', 41943040), ('automerge', 16), ('usermerge', 16), ('crisismerge', 64);
    """

  /// The same in memory, for words of many new items, which `SegmentBuilder` writes and the table takes over.
  static let builtFullTextTable = """
    CREATE VIRTUAL TABLE item_fts USING fts5(\(fullTextBody), content = '');
    INSERT INTO item_fts(item_fts, rank) VALUES ('hashsize', 1073741824), ('automerge', 0);
    """

  /// What both have in common: the columns, and what decides about the words that are kept.
  private static let fullTextBody = """
    subject, content, terms, columnsize = 0, tokenize = 'trawl'
    """

  /// What reports and people with an SQL shell read: documented in `docs/views.md`, stable.
  private static let views = """
    CREATE VIEW people AS
    SELECT id AS person, user_id AS userId, coalesce(nullif(display_name, ''), email, user_id) AS name,
      email AS emailAddress, type AS userType, state AS userState, described,
      (SELECT time FROM first_message f WHERE f.person = user.id) AS firstMessageTime
    FROM user;

    CREATE VIEW conversations AS
    SELECT c.id AS conversation, c.conv_id AS convId, c.type AS type,
      coalesce(nullif(c.topic, ''), nullif(c.topic_placeholder, ''),
        (SELECT group_concat(name, ', ') FROM (
          SELECT p.name AS name FROM participant m JOIN people p ON p.person = m.user
          WHERE m.conversation = c.id ORDER BY m.ordinal LIMIT 5)), c.conv_id) AS name,
      c.topic AS topic, c.creator AS creator, c.created AS creationTime, c.modified AS modificationTime,
      (SELECT count(*) FROM participant m WHERE m.conversation = c.id) AS participants, c.described AS described
    FROM conversation c;

    -- Columns of item_text come by subquery, so that a query that does not name them does not read that table.
    CREATE VIEW items AS
    SELECT i.id AS item,
      (SELECT wire_id(t.item_id) FROM item_text t WHERE t.id = i.id) AS itemId,
      i.conversation AS conversation, i.creator AS person,
      CASE i.kind WHEN 0 THEN 'TEXT' WHEN 1 THEN 'SYSTEM' WHEN 2 THEN 'RTC' ELSE i.kind END AS type,
      coalesce(i.created, i.id >> 3) AS creationTime,
      coalesce(i.created, i.id >> 3) + i.modified AS modificationTime,
      CASE i.state WHEN 1 THEN 'CREATED' WHEN 2 THEN 'EDITED' WHEN 3 THEN 'DELETED' END AS state,
      i.gone AS gone, i.webhook AS webhook, i.question AS question,
      i.thread AS thread, i.thread IS NOT NULL AS reply,
      i.likes AS likes, i.files AS files,
      coalesce((SELECT replies FROM thread WHERE head = i.id), 0) AS replies,
      (SELECT clean_text(t.subject) FROM item_text t WHERE t.id = i.id) AS subject,
      (SELECT plain_text(t.content, t.form) FROM item_text t WHERE t.id = i.id) AS text
    FROM item i;

    CREATE VIEW messages AS
    SELECT * FROM items WHERE type = 'TEXT' AND state IS NOT 'DELETED' AND gone = 0;

    -- When a like or flag was seen comes by subquery, so that a query that only counts does not look.
    CREATE VIEW likes AS
    SELECT l.item AS item, l.user AS person, l.first_run AS firstRun,
      (SELECT started FROM run r WHERE r.id = l.first_run) AS firstSeen,
      (SELECT max(r.started, coalesce(s.verified, 0)) FROM run r JOIN item i ON i.id = l.item
        LEFT JOIN conversation_sync s ON s.conversation = i.conversation WHERE r.id = l.first_run) AS lastSeen
    FROM item_like l WHERE l.gone_run IS NULL;

    CREATE VIEW past_likes AS
    SELECT l.item AS item, l.user AS person,
      (SELECT started FROM run r WHERE r.id = l.first_run) AS firstSeen, l.last_seen AS goneAfter,
      (SELECT started FROM run r WHERE r.id = l.gone_run) AS goneBefore
    FROM item_like l WHERE l.gone_run IS NOT NULL;

    CREATE VIEW flags AS
    SELECT f.item AS item, f.user AS flagger, f.conversation AS conversation, f.first_run AS firstRun,
      (SELECT started FROM run r WHERE r.id = f.first_run) AS firstSeen,
      (SELECT max(r.started, coalesce((SELECT looked FROM mark_look m WHERE m.user = f.user), 0)) FROM run r
        WHERE r.id = f.first_run) AS lastSeen
    FROM flag f WHERE f.gone_run IS NULL AND f.item IS NOT NULL;

    CREATE VIEW past_flags AS
    SELECT f.item AS item, f.user AS flagger, f.conversation AS conversation,
      (SELECT started FROM run r WHERE r.id = f.first_run) AS firstSeen, f.last_seen AS goneAfter,
      (SELECT started FROM run r WHERE r.id = f.gone_run) AS goneBefore
    FROM flag f WHERE f.gone_run IS NOT NULL AND f.item IS NOT NULL;

    -- Apart from the rest of a file, so that its kind can be told to who may not know its name.
    CREATE VIEW file_endings AS
    SELECT item, ordinal, file_ending(name) AS ending FROM attachment;

    CREATE VIEW files AS
    SELECT a.item AS item, a.ordinal AS ordinal, a.file_id AS fileId, clean_text(a.name) AS fileName,
      (SELECT e.ending FROM file_endings e WHERE e.item = a.item AND e.ordinal = a.ordinal) AS ending,
      a.mime_type AS mimeType, a.size AS size
    FROM attachment a;

    CREATE VIEW calls AS
    SELECT i.id AS item, i.conversation AS conversation, i.creator AS person,
      coalesce(i.created, i.id >> 3) AS creationTime,
      json_extract(t.extra, '$.rtc.type') AS type,
      json_extract(t.extra, '$.rtc.ended.duration') AS duration,
      json_extract(t.extra, '$.rtc.ended.maxNumberOfAttendees') AS attendees
    FROM item i JOIN item_text t ON t.id = i.id WHERE i.kind = 2 AND i.gone = 0;

    CREATE VIEW threads AS
    SELECT id AS thread, head AS head, replies AS replies FROM thread;

    CREATE VIEW members AS
    SELECT conversation, user AS person FROM participant;

    CREATE VIEW runs AS
    SELECT id AS run, command, started AS startTime, finished AS endTime, inserted, updated, unchanged, skipped,
      quarantined, settled
    FROM run;

    CREATE VIEW quarter_hours AS
    SELECT quarter * 900000 AS startTime, messages, replies, likes, files, calls FROM quarter_hourly;

    \(daily("conversation"))

    \(daily("person"))
    """

  /// The view that unpacks the counts of days by conversation or by person.
  private static func daily(_ subject: String) -> String {
    let counts = ["messages", "replies", "likes", "files", "calls"].enumerated().map {
      "json_extract(c.value, '$[\($0.offset + 1)]') AS \($0.element)"
    }
    return """
      CREATE VIEW daily_by_\(subject) AS
      SELECT d.day AS day, date(d.day * 86400, 'unixepoch') AS date, json_extract(c.value, '$[0]') AS \(subject),
        \(counts.joined(separator: ",\n  "))
      FROM daily_\(subject) d, json_each(day_counts(d.counts)) c;
      """
  }
}
