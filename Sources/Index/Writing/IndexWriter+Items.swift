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
    let counting = ContinuousClock.now
    try rollups.relieve(into: connection)
    times.rollups += .now - counting
    times.rows += .now - start
    if words.count >= Self.heldWords.items || words.byteCount > Self.heldWords.bytes {
      try startWords()
    }
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
    var order = Self.order(of: items)
    for place in order {
      items[place].rowid = try rowids.allocate(time: items[place].facts.time, pending: &pending)
    }
    // A full millisecond pushes items behind later ones.
    let isSorted = zip(order, order.dropFirst()).allSatisfy { items[$0].rowid < items[$1].rowid }
    if !isSorted { order.sort { items[$0].rowid < items[$1].rowid } }
    let isPacked = try batches.map { try keep($0.dictionary) }
    for start in stride(from: 0, to: order.count, by: Self.itemsAtOnce) {
      let places = order[start..<min(start + Self.itemsAtOnce, order.count)]
      try insert(places.map { items[$0] }, of: batches, isPacked: isPacked)
    }
  }

  /// Items that go through all tables together: few enough to stay in the processor's cache meanwhile.
  private static let itemsAtOnce = 2_048

  /// Inserts some of the items, which have rowids and are sorted by them.
  private func insert(
    _ items: [IncomingItem],
    of batches: [PreparedBatch],
    isPacked: [Bool]
  ) throws {
    try statements.insert(items)
    try statements.insertTexts(of: items, in: batches, isPacked: isPacked)
    try insertLikes(of: items)
    for item in items where !item.attachments.isEmpty { try insertFiles(of: item) }
    let counting = ContinuousClock.now
    for item in items { rollups.add(item.facts, at: item.rowid) }
    times.rollups += .now - counting
    for item in items {
      keys.insert(item.id, at: item.rowid)
      if item.facts.isMessage { threads.count(1, repliesOf: item.facts.thread) }
      try threads.placed(item.id, at: item.rowid, isNew: true)
      try references.placed(item.id, at: item.rowid, isNew: true)
      if item.form & ItemForm.timeIsFallback != 0 { withoutTime += 1 }
      words.insert(item, words: batches[item.batch].words[item.index])
    }
  }

  /// The places of items in the order of time, ties by id.
  private static func order(of items: [IncomingItem]) -> [Int] {
    let times = items.indices.map { (time: items[$0].facts.time, place: $0) }
    return times.sorted { left, right in
      left.time != right.time
        ? left.time < right.time : items[left.place].id < items[right.place].id
    }.map(\.place)
  }

  func insertFiles(of item: IncomingItem) throws {
    for (ordinal, file) in item.attachments.enumerated() {
      try statements.insert(file, ordinal: ordinal, item: item.rowid)
    }
  }

  private func insertLikes(of items: [IncomingItem]) throws {
    let likes = items.lazy.filter { !$0.likes.isEmpty }.flatMap { item in
      item.likes.enumerated().map { (item: item.rowid, user: $1, ordinal: $0) }
    }
    guard !likes.isEmpty else { return }
    let run = try currentRun()
    try statements.insertLikes.add(Array(likes)) { like, row, first in
      try row.bind(like.item, at: first)
      try row.bind(like.user, at: first + 1)
      try row.bind(Int64(like.ordinal), at: first + 2)
      try row.bind(run, at: first + 3)
    }
  }

  /// Writes the likes of an item that the index has already, and brings gone ones back.
  func restoreLikes(of item: IncomingItem) throws {
    let run = try currentRun()
    let row = statements.restoreLike
    for (ordinal, person) in item.likes.enumerated() {
      try row.bind(item.rowid, at: 1)
      try row.bind(person, at: 2)
      try row.bind(Int64(ordinal), at: 3)
      try row.bind(run, at: 4)
      try row.run()
    }
  }
}
