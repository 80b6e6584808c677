package import SQLite

/// What the index looks ids up by.
extension WireID {
  /// Eight bytes for an id: the first four of it, so that keys sort as ids begin, and four of its digest, so that ids
  /// that begin alike have different keys but for one in 2³².
  ///
  /// Ids may share a key; the item's row says which is meant.
  package var key: Int64 {
    Self.key(beginning: beginning, rest: UInt32(truncatingIfNeeded: digest))
  }

  /// The keys of the ids that lie between two, both included, by what they begin with.
  package static func keys(from first: WireID, through last: WireID) -> ClosedRange<Int64> {
    let lower = key(beginning: first.beginning, rest: 0)
    return lower...max(lower, key(beginning: last.beginning, rest: .max))
  }

  /// The first four bytes, as a column holds the id.
  private var beginning: UInt32 {
    switch self {
    case .uuid(let high, _): return UInt32(truncatingIfNeeded: high >> 32)
    case .text(let text):
      let bytes = text.utf8.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      return bytes << UInt32(8 * max(0, 4 - text.utf8.count))
    }
  }

  private static func key(beginning: UInt32, rest: UInt32) -> Int64 {
    // The sign comes first in SQLite's order.
    Int64(bitPattern: (UInt64(beginning) << 32 | UInt64(rest)) ^ 1 << 63)
  }

  /// SQL for the item that has an id, NULL when there is none.
  ///
  /// - Parameter expression: SQL for the id as a column holds it; it is evaluated twice.
  /// - Returns: An expression in parentheses.
  package static func item(withID expression: String) -> String {
    """
    (SELECT k.item FROM item_key k CROSS JOIN item_text x ON x.id = k.item
      WHERE k.key = id_key(\(expression)) AND x.item_id = \(expression))
    """
  }
}

extension Connection {
  /// The row of an item, by the API's id; nil when the index has none.
  ///
  /// - Parameter id: The id.
  /// - Returns: Its row.
  /// - Throws: `SQLiteError`.
  package func rowid(ofItem id: WireID) throws -> Int64? {
    try integer("SELECT \(WireID.item(withID: "?1"))", [id.value])
  }
}
