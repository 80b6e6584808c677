internal import Circuit
internal import SQLite

extension IndexWriter {
  /// Compares an item with what the index holds, and replaces that where it is the later version.
  func update(
    _ incoming: IncomingItem,
    storedAt rowid: Int64,
    in batch: PreparedBatch,
    counts: inout WriteCounts
  ) throws {
    guard let old = try stored.read(rowid) else {
      throw SQLiteError(
        extendedCode: 11,
        message: "item_text has row \(rowid) and item does not; run 'trawl check'"
      )
    }
    var new = incoming
    new.rowid = rowid
    // That an item is gone was found by looking; an archive may be older than that look.
    new.facts.isGone = old.facts.isGone && !run.isLive
    guard new.version >= old.version else {
      counts.older += 1
      return
    }
    if new.version == old.version, new.facts.state < old.facts.state {
      counts.older += 1
      return
    }
    if let extra = new.extra, let known = old.extra, Remainder.areEqual(extra, known) {
      new.extra = known
    }
    let content = ItemText(of: new, in: batch)
    if StoredItem(new, subject: content.subject, content: content.content) == old {
      counts.unchanged += 1
      return
    }
    counts.updated += 1
    try replace(old, by: &new, content: content, in: batch)
  }

  private func replace(
    _ old: StoredItem,
    by new: inout IncomingItem,
    content: ItemText,
    in batch: PreparedBatch
  ) throws {
    if new.facts.time != old.facts.time {
      // Its row is written below, before another rowid is asked for.
      var pending: Set<Int64> = []
      new.rowid = try rowids.allocate(time: new.facts.time, pending: &pending)
    }
    let moves = new.rowid != old.rowid
    if moves || wordsDiffer(old, new, content: content) {
      try words.delete(old.rowid, with: statements)
      words.insert(new, words: batch.words[new.index])
    }
    for statement in [statements.deleteItem, statements.deleteText] {
      try statement.bind(old.rowid, at: 1)
      try statement.run()
    }
    new.batch = 0
    try statements.insert(CollectionOfOne(new))
    try statements.insertTexts(
      of: CollectionOfOne(new),
      in: [batch],
      isPacked: [try keep(batch.dictionary)]
    )
    if moves { try move(new.id, from: old.rowid, to: new.rowid) }
    try replaceLikes(old, by: new)
    if moves || old.attachments != new.attachments { try replaceFiles(old, by: new) }
    rollups.remove(old.facts, at: old.rowid)
    rollups.add(new.facts, at: new.rowid)
    if old.facts.isGone, !new.facts.isGone { try forgetAbsence(of: new.id) }
    if old.facts.isMessage { threads.count(-1, repliesOf: old.facts.thread) }
    if new.facts.isMessage { threads.count(1, repliesOf: new.facts.thread) }
    withoutTime +=
      (new.form & ItemForm.timeIsFallback != 0 ? 1 : 0)
      - (old.form & ItemForm.timeIsFallback != 0 ? 1 : 0)
  }

  /// Whether anything that the full-text index holds of the item changed.
  private func wordsDiffer(_ old: StoredItem, _ new: IncomingItem, content: ItemText) -> Bool {
    var before = old.facts
    var after = new.facts
    // What has no term may change freely.
    for key in [\ItemFacts.likes, \ItemFacts.files] {
      before[keyPath: key] = 0
      after[keyPath: key] = 0
    }
    before.modified = nil
    after.modified = nil
    return before != after || old.subject != content.subject || old.content != content.content
      || ItemForm(rawValue: old.form).contentType != ItemForm(rawValue: new.form).contentType
      || old.attachments.map(\.name) != new.attachments.map(\.name)
  }

  /// Takes everything that points at an item along to its new rowid.
  private func move(_ id: WireID, from old: Int64, to new: Int64) throws {
    try connection.run(
      "UPDATE item_like SET item = ? WHERE item = ?",
      [.integer(new), .integer(old)]
    )
    try keys.move(id, from: old, to: new)
    try threads.placed(id, at: new, isNew: false)
    try references.placed(id, at: new, isNew: false)
  }

  private func replaceLikes(_ old: StoredItem, by new: IncomingItem) throws {
    guard old.likes != new.likes else { return }
    let run = try currentRun()
    let current = Set(new.likes)
    for person in old.likes where !current.contains(person) {
      try connection.run(
        """
        UPDATE item_like SET gone_run = ?1, last_seen = (SELECT max(r.started, coalesce(s.verified, 0)) FROM run r
          LEFT JOIN conversation_sync s ON s.conversation = ?4 WHERE r.id = first_run)
        WHERE item = ?2 AND user = ?3
        """,
        [
          .integer(run), .integer(new.rowid), .integer(person), .integer(old.facts.conversation),
        ]
      )
    }
    try restoreLikes(of: new)
  }

  private func replaceFiles(_ old: StoredItem, by new: IncomingItem) throws {
    try statements.deleteAttachments.bind(old.rowid, at: 1)
    try statements.deleteAttachments.run()
    for (ordinal, file) in new.attachments.enumerated() {
      try statements.insert(file, ordinal: ordinal, item: new.rowid)
    }
  }
}

extension StoredItem {
  /// The item as it would be stored.
  init(_ item: IncomingItem, subject: [UInt8]?, content: [UInt8]?) {
    self.init(
      rowid: item.rowid,
      facts: item.facts,
      form: item.form,
      subject: subject,
      content: content,
      extra: item.extra,
      likes: item.likes,
      attachments: item.attachments
    )
  }
}
