internal import SQLite

/// Gives threads their dense ids, and joins heads that arrive after their replies.
final class ThreadDirectory {
  private let connection: Connection
  private let find: Statement
  private let add: Statement
  private let setHead: Statement
  private let addReplies: Statement
  private var threads: [WireID: Int64] = [:]
  /// Threads whose head is not in the index yet; nil when they are too many to remember.
  private var orphans: Set<WireID>?
  private var replies: [Int64: Int64] = [:]
  private static let cached = 200_000
  private static let remembered = 1_000_000

  init(connection: Connection) throws {
    self.connection = connection
    find = try connection.statement("SELECT id FROM thread WHERE head_item_id = ?")
    add = try connection.statement("INSERT INTO thread(head_item_id, head) VALUES (?, ?)")
    setHead = try connection.statement("UPDATE thread SET head = ? WHERE head_item_id = ?")
    addReplies = try connection.statement("UPDATE thread SET replies = replies + ? WHERE id = ?")
    var orphans: Set<WireID> = []
    try connection.forEachRow(
      "SELECT head_item_id FROM thread WHERE head IS NULL LIMIT \(Self.remembered + 1)"
    ) { orphans.insert(WireID($0, at: 0)) }
    self.orphans = orphans.count > Self.remembered ? nil : orphans
  }

  /// The dense id of the thread whose head is `head`, made if need be.
  func thread(of head: WireID, keys: ItemKeys) throws -> Int64 {
    if let known = threads[head] { return known }
    if threads.count > Self.cached { threads.removeAll(keepingCapacity: true) }
    try find.bind(head, at: 1)
    defer { find.reset() }
    if try find.step() {
      let id = find.row.integer(at: 0)
      threads[head] = id
      return id
    }
    let rowid = try keys.rowid(of: head)
    if rowid == nil {
      orphans?.insert(head)
      if orphans?.count ?? 0 > Self.remembered { orphans = nil }
    }
    try add.bind(head, at: 1)
    try add.bind(rowid, at: 2)
    try add.run()
    let id = connection.lastInsertedRowid
    threads[head] = id
    return id
  }

  /// Says that the item `id` has come to be, or moved to, `rowid`: it may be a head that replies waited for.
  func placed(_ id: WireID, at rowid: Int64, isNew: Bool) throws {
    if isNew, let waiting = orphans, waiting.isEmpty { return }
    if isNew, orphans != nil, orphans?.remove(id) == nil { return }
    try setHead.bind(rowid, at: 1)
    try setHead.bind(id, at: 2)
    try setHead.run()
  }

  /// Adds to the number of messages among a thread's replies.
  func count(_ difference: Int64, repliesOf thread: Int64?) {
    if let thread { replies[thread, default: 0] += difference }
  }

  /// Writes the counts gathered.
  func flush() throws {
    for thread in replies.keys.sorted() {
      guard let difference = replies[thread], difference != 0 else { continue }
      try addReplies.bind(difference, at: 1)
      try addReplies.bind(thread, at: 2)
      try addReplies.run()
    }
    replies.removeAll(keepingCapacity: true)
  }
}
