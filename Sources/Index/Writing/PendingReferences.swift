internal import SQLite

/// Flags and pins that came before their item: their `item` is filled in when it arrives, and follows its moves.
final class PendingReferences {
  private let setFlags: Statement
  private let setPins: Statement
  private var waiting: Set<WireID> = []

  init(connection: Connection) throws {
    setFlags = try connection.statement("UPDATE flag SET item = ? WHERE item_id = ?")
    setPins = try connection.statement("UPDATE pin SET item = ? WHERE item_id = ?")
    try connection.forEachRow(
      """
      SELECT item_id FROM flag WHERE item IS NULL UNION SELECT item_id FROM pin WHERE item IS NULL
      """
    ) { waiting.insert(WireID($0, at: 0)) }
  }

  /// Says that a flag or pin refers to an item that is not here yet.
  func wait(for id: WireID) { waiting.insert(id) }

  /// Says that the item `id` has come to be, or moved to, `rowid`.
  func placed(_ id: WireID, at rowid: Int64, isNew: Bool) throws {
    if isNew, waiting.isEmpty || waiting.remove(id) == nil { return }
    for statement in [setFlags, setPins] {
      try statement.bind(rowid, at: 1)
      try statement.bind(id, at: 2)
      try statement.run()
    }
  }
}
