internal import Circuit
internal import SQLite

extension IndexWriter {
  /// Writes a prepared batch of items in the open transaction, sorted by rowid.
  ///
  /// An item seen again with a later modificationTime replaces, an older one never does; among versions of one age
  /// the later line wins, but for one in an earlier state (CREATED, EDITED, DELETED).
  ///
  /// - Parameter batch: Items with their words.
  /// - Returns: What was done with each.
  /// - Throws: `SQLiteError`.
  package func write(_ batch: PreparedBatch) throws -> WriteCounts { try write([batch]) }

  /// Writes prepared batches as if one came after the other, but sorted by rowid over all of them.
  ///
  /// Pages of many conversations come in no order of time, and each row by itself would go to another page of the file.
  ///
  /// - Parameter batches: Items with their words.
  /// - Returns: What was done with all of them.
  /// - Throws: `SQLiteError`.
  package func write(_ batches: [PreparedBatch]) throws -> WriteCounts {
    try begin()
    let start = ContinuousClock.now
    var counts = WriteCounts()
    var fresh: [IncomingItem] = []
    // Within a batch each item stands once; over several a second version has to find the first.
    var waiting: Set<WireID> = []
    fresh.reserveCapacity(batches.reduce(0) { $0 + $1.winners.count })
    for (place, batch) in batches.enumerated() {
      counts.older += batch.preparedCount - batch.winners.count
      for index in batch.winners {
        var incoming = try resolve(batch.items[index], at: index, in: batch)
        incoming.batch = place
        if waiting.contains(incoming.id) {
          try insert(&fresh, of: batches, counts: &counts)
          waiting.removeAll(keepingCapacity: true)
        }
        if let rowid = try keys.rowid(of: incoming.id) {
          if run.isLive, sync.mayBeAbsent(incoming.id) { try forgetAbsence(of: incoming.id) }
          try update(incoming, storedAt: rowid, in: batch, counts: &counts)
        } else {
          fresh.append(incoming)
          if batches.count > 1 { waiting.insert(incoming.id) }
        }
      }
    }
    try insert(&fresh, of: batches, counts: &counts)
    for batch in batches {
      words.add(batch.takeWords())
      uncommitted += batch.preparedCount
    }
    times.rows += .now - start
    if words.byteCount > Self.heldWords { try applyWords() }
    if counts.inserted + counts.updated > 0 { isDirty = true }
    return counts
  }

  /// Inserts items the index does not have, table by table in order of rowid, and forgets them.
  private func insert(
    _ items: inout [IncomingItem],
    of batches: [PreparedBatch],
    counts: inout WriteCounts
  ) throws {
    counts.inserted += items.count
    defer { items.removeAll(keepingCapacity: true) }
    var pending: Set<Int64> = []
    for place in Self.order(of: items) {
      items[place].rowid = try rowids.allocate(time: items[place].facts.time, pending: &pending)
    }
    // A full millisecond pushes items behind later ones, so the order is looked at again.
    let order = items.indices.sorted { items[$0].rowid < items[$1].rowid }
    for place in order { try statements.insert(items[place].facts, at: items[place].rowid) }
    let isPacked = try batches.map { try keep($0.dictionary) }
    for place in order {
      let batch = items[place].batch
      try statements.insertText(of: items[place], in: batches[batch], isPacked: isPacked[batch])
    }
    for place in order where !items[place].likes.isEmpty {
      try writeLikes(of: items[place], by: statements.insertLike)
    }
    for place in order where !items[place].attachments.isEmpty {
      try insertFiles(of: items[place])
    }
    for place in order {
      let item = items[place]
      keys.insert(item.id, at: item.rowid)
      rollups.add(item.facts)
      if item.facts.isMessage { threads.count(1, repliesOf: item.facts.thread) }
      try threads.placed(item.id, at: item.rowid, isNew: true)
      try references.placed(item.id, at: item.rowid, isNew: true)
      if item.form & ItemForm.timeIsFallback != 0 { withoutTime += 1 }
      words.insert(item, words: batches[item.batch].words[item.index])
    }
  }

  /// The places of items in the order of time, ties by id.
  private static func order(of items: [IncomingItem]) -> [Int] {
    let keys = items.map { ($0.facts.time, $0.id) }
    return keys.indices.sorted { keys[$0] < keys[$1] }
  }

  func insertFiles(of item: IncomingItem) throws {
    for (ordinal, file) in item.attachments.enumerated() {
      try statements.insert(file, ordinal: ordinal, item: item.rowid)
    }
  }

  /// Writes the likes of an item by `row`.
  ///
  /// That is the plain INSERT for a new item, and the one that brings gone likes back for another.
  func writeLikes(of item: IncomingItem, by row: Statement) throws {
    let run = try currentRun()
    for (ordinal, person) in item.likes.enumerated() {
      try row.bind(item.rowid, at: 1)
      try row.bind(person, at: 2)
      try row.bind(Int64(ordinal), at: 3)
      try row.bind(run, at: 4)
      try row.run()
    }
  }
}
