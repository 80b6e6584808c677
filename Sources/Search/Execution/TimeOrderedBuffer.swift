/// Brings rows that come by rowid into the order of time.
///
/// Rowids follow time but for two things: within a millisecond they are in the order of arrival, and
/// where more than eight items share one, the rest stand at later rowids, at most `displacement`
/// milliseconds away. So rows wait here until no row that is still to come can belong before or
/// beside them; usually that is one row.
struct TimeOrderedBuffer {
  struct Row: Equatable {
    let rowid: Int64
    /// In ms.
    let time: Int64
  }

  private let isNewestFirst: Bool
  private let displacement: Int64
  private var waiting: [Row] = []

  init(isNewestFirst: Bool, displacement: Int64) {
    self.isNewestFirst = isNewestFirst
    self.displacement = displacement
  }

  /// Takes the next row by rowid.
  ///
  /// - Parameter row: Its rowid is below (newest first) or above all before it.
  /// - Returns: Rows that may go out, all those of a millisecond together, in order of time; the
  ///   order within a millisecond is the caller's to make.
  mutating func add(_ row: Row) -> [[Row]] {
    let front = row.rowid >> 3
    let ready = waiting.filter { isNewestFirst ? $0.time > front : $0.time < front - displacement }
    if !ready.isEmpty {
      waiting.removeAll { isNewestFirst ? $0.time > front : $0.time < front - displacement }
    }
    waiting.append(row)
    return grouped(ready)
  }

  /// The rows that still wait, when no more will come.
  mutating func finish() -> [[Row]] {
    defer { waiting = [] }
    return grouped(waiting)
  }

  private func grouped(_ rows: [Row]) -> [[Row]] {
    guard rows.count > 1 else { return rows.map { [$0] } }
    let ordered = rows.sorted { isNewestFirst ? $0.time > $1.time : $0.time < $1.time }
    var groups: [[Row]] = []
    for row in ordered {
      if groups.last?.first?.time == row.time {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }
}
