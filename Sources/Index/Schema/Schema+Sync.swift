/// What an ingest knows of what it has looked at: who sees what, how far each conversation is read, and what is
/// missing.
///
/// An index that only imports fill has these tables empty.
extension Schema {
  /// The tables of ingesting.
  static let syncTables = """
    -- Which account sees which conversation, as its lists say. gone_run: the first look without it.
    CREATE TABLE account_conversation(
      account INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      is_member INTEGER NOT NULL,   -- 0: only the list of communities shows it
      first_run INTEGER NOT NULL,
      gone_run INTEGER,
      PRIMARY KEY(account, conversation)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX account_conversation_conversation ON account_conversation(conversation);

    -- How far a conversation is read. All columns but origin and lost are moments of modificationTime or of looking.
    CREATE TABLE conversation_sync(
      conversation INTEGER PRIMARY KEY,
      origin INTEGER NOT NULL,      -- items modified before this were never asked for; 0: from the beginning
      cursor INTEGER,               -- every item modified up to here was asked for; NULL: none yet
      backfilled INTEGER,           -- when the first walk reached the end; NULL: it is under way
      verified INTEGER,             -- when the last walk over all of it began: what was before, that walk saw
      pages INTEGER NOT NULL,       -- requests that walk took
      walk_cursor INTEGER,          -- of a walk over all of it that is under way; NULL: none is
      walk_started INTEGER,
      walk_origin INTEGER,
      walk_tracks INTEGER,          -- 1: the walk notes the ids it sees, to find the absent ones at its end
      walk_pages INTEGER,
      lost INTEGER,                 -- since when no account sees it; NULL: one does
      CHECK((walk_cursor IS NULL) = (walk_started IS NULL))
    ) STRICT;

    -- The ids that a walk under way has seen, as 64-bit digests, some pages to a row.
    CREATE TABLE walk_page(
      conversation INTEGER NOT NULL,
      page INTEGER NOT NULL,
      digests BLOB NOT NULL,
      PRIMARY KEY(conversation, page)
    ) STRICT, WITHOUT ROWID;

    -- Items that the last walk over all of their conversation did not show. Absent twice running, they are gone.
    CREATE TABLE absence(
      item_id ANY NOT NULL PRIMARY KEY,
      conversation INTEGER NOT NULL,
      seen INTEGER,                 -- when the last walk that showed it began; NULL: none did
      missed INTEGER NOT NULL,      -- when the first walk without it ended
      gone_run INTEGER              -- the run that found it absent again; NULL: it may come back
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX absence_conversation ON absence(conversation);

    -- Ranges of modificationTime, both ends included, in which items may be missing.
    CREATE TABLE gap(
      conversation INTEGER NOT NULL,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      reason TEXT NOT NULL,
      found INTEGER NOT NULL,       -- when a walk found it last
      PRIMARY KEY(conversation, first, last)
    ) STRICT, WITHOUT ROWID;

    -- Conversations that could not be read when they should have been; each run asks them again.
    CREATE TABLE pending(
      conversation INTEGER PRIMARY KEY,
      reason TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      since INTEGER NOT NULL
    ) STRICT;

    -- When a person's flags were last looked at as a whole.
    CREATE TABLE mark_look(user INTEGER PRIMARY KEY, looked INTEGER NOT NULL) STRICT;

    -- People whom the API would not describe, and when it was last asked.
    CREATE TABLE user_refusal(user INTEGER PRIMARY KEY, asked INTEGER NOT NULL) STRICT;
    """

  /// What reports read of it: documented in `docs/views.md`, stable.
  static let syncViews = """
    CREATE VIEW coverage AS
    SELECT s.conversation AS conversation, s.origin AS completeFrom, s.cursor AS newest, s.backfilled AS backfilledAt,
      s.verified AS verifiedAt, (SELECT count(*) FROM gap g WHERE g.conversation = s.conversation) AS gaps,
      (SELECT reason FROM pending p WHERE p.conversation = s.conversation) AS pending, s.lost AS lostSince
    FROM conversation_sync s;

    CREATE VIEW gone_items AS
    SELECT t.id AS item, a.conversation AS conversation, a.seen AS goneAfter, a.missed AS goneBefore
    FROM absence a JOIN item_key k ON k.key = id_key(a.item_id) JOIN item_text t ON t.id = k.item AND t.item_id = a.item_id
    WHERE a.gone_run IS NOT NULL;
    """
}
