package import SQLite

/// Where an item stands in time: its rowid is its time in ms × 8 plus a slot, so that rowids follow time.
///
/// A millisecond has eight slots. An item that finds them full takes the next free slot after them, so its rowid can
/// only be later than its time, never earlier; the greatest such displacement of a file is kept in its `meta` table
/// (`max_displacement_ms`, usually 0), and readers widen the late end of a range by it.
public enum Rowid {
  /// Slots of a millisecond.
  public static let slots: Int64 = 8
  /// The latest time an item may claim, 9999-12-31T23:59:59.999Z; later ones, and negative ones, are taken as absurd.
  public static let latestTime: Int64 = 253_402_300_799_999

  /// The first rowid of a millisecond.
  public static func first(ofMillisecond time: Int64) -> Int64 { time * slots }

  /// The millisecond a rowid lies in: the item's own time unless its row says otherwise.
  public static func millisecond(of rowid: Int64) -> Int64 { rowid >> 3 }

  /// The rowids that items with a time in `from ..< to` (ms) can have.
  ///
  /// - Parameters:
  ///   - from: The first ms.
  ///   - to: The ms after the last.
  ///   - displacement: The file's `max_displacement_ms`.
  /// - Returns: First and last rowid; rows in it may lie outside by the displacement, so times are tested too
  ///   where it is not 0.
  public static func range(from: Int64, to: Int64, displacement: Int64) -> ClosedRange<Int64> {
    let lower = min(max(from, 0), latestTime + 1)
    let upper = min(max(to, lower), latestTime + 1)
    let last = (upper + displacement) * slots - 1
    return lower * slots...max(last, lower * slots)
  }

  /// By how many ms a file's rowids lie behind their items' times at most, as the file notes it.
  ///
  /// - Parameter connection: The index.
  /// - Returns: The ms, usually 0.
  /// - Throws: `SQLiteError`.
  package static func displacement(of connection: Connection) throws -> Int64 {
    try connection.integer("SELECT value FROM meta WHERE key = 'max_displacement_ms'") ?? 0
  }
}
