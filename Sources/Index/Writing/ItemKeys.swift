internal import SQLite

/// Which rowid an item's id has, those of the open transaction included.
///
/// Ids come in no order, and a b-tree that takes them one by one touches a random page each time. They are kept here
/// until the commit, then added sorted. In an index that was empty when the writer opened it, a Bloom filter of all
/// ids added since (16 MiB) answers most look-ups of new ids without a look at the file.
final class ItemKeys {
  private let find: Statement
  private let add: BulkInsert
  private let change: Statement
  private var pending: [WireID: Int64] = [:]
  private var seen: BloomFilter?

  init(connection: Connection) throws {
    find = try connection.statement("SELECT \(WireID.item(withID: "?1"))")
    add = try BulkInsert(into: "item_key", columns: 2, on: connection)
    change = try connection.statement("UPDATE item_key SET item = ? WHERE key = ? AND item = ?")
    let isEmpty = try connection.integer("SELECT NOT EXISTS (SELECT 1 FROM item_key)") == 1
    seen = isEmpty ? BloomFilter(bytes: 16 << 20) : nil
  }

  /// The rowid of the item `id`, or nil when the index has none.
  func rowid(of id: WireID) throws -> Int64? {
    if let seen, !seen.mayContain(id.digests) { return nil }
    if let rowid = pending[id] { return rowid }
    try find.bind(id, at: 1)
    defer { find.reset() }
    return try find.step() ? find.row.optionalInteger(at: 0) : nil
  }

  /// Notes a new item.
  func insert(_ id: WireID, at rowid: Int64) {
    pending[id] = rowid
    seen?.insert(id.digests)
  }

  /// Notes that an item moved.
  func move(_ id: WireID, from old: Int64, to new: Int64) throws {
    if pending[id] != nil {
      pending[id] = new
    } else {
      try change.bind(new, at: 1)
      try change.bind(id.key, at: 2)
      try change.bind(old, at: 3)
      try change.run()
    }
  }

  /// Adds what is pending to the table.
  func flush() throws {
    let rows = pending.map { (key: $0.key.key, item: $0.value) }
    try add.add(rows.sorted { $0 < $1 }) { key, row, first in
      try row.bind(key.key, at: first)
      try row.bind(key.item, at: first + 1)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
