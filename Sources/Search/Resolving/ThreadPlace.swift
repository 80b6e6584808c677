internal import Index
internal import SQLite

/// A thread as the index keeps it.
struct ThreadPlace {
  /// Its dense id; nil where nobody has replied, and the item is a thread of its own.
  let id: Int64?
  /// The row of its head, if the index has it.
  let head: Int64?
  /// The API's id of its head.
  let headID: String

  /// Its rows.
  var rows: RowSet { .thread(id, head: head) }
}

extension Connection {
  /// The row of an item, by the API's id.
  func rowid(ofItem id: String) throws -> Int64? { try rowid(ofItem: WireID(id)) }

  /// The thread that an item answers in, else the one it heads; nil where the index has no such item.
  func thread(ofItem id: String) throws -> ThreadPlace? {
    let columns = "SELECT t.id, t.head, t.head_item_id FROM"
    let answered = """
      \(columns) item i JOIN thread t ON t.id = i.thread WHERE i.id = \(WireID.item(withID: "?1"))
      """
    let headed = "\(columns) thread t WHERE t.head_item_id = ?"
    for sql in [answered, headed] {
      let found = try first(sql, [WireID(id).value]) { row in
        ThreadPlace(
          id: row.integer(at: 0),
          head: row.optionalInteger(at: 1),
          headID: HitReader.wireText(row.value(at: 2))
        )
      }
      if let found { return found }
    }
    return try rowid(ofItem: id).map { ThreadPlace(id: nil, head: $0, headID: id) }
  }
}
