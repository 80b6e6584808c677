import Index
import SQLite

/// How well the index covers a period, by what the index itself knows: the present time has no part in it, so that
/// the same index always says the same.
struct PeriodCoverage {
  /// Whether the period was not over when the index was last brought up to date, or its end is not in it yet.
  let isPartial: Bool
  /// What a reader has to know, a sentence each.
  let notes: [String]

  /// Judges a period.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - coverage: How complete the index is; nil where imports alone fill it.
  ///   - connection: The index.
  ///   - time: Writes a moment in the zone of the run.
  /// - Throws: `SQLiteError`.
  init(
    of period: Period,
    _ coverage: Coverage?,
    on connection: Connection,
    time: (Int64) -> String
  ) throws {
    var notes: [String] = []
    guard let coverage else {
      // An archive does not say when it was made: its newest item is all that is known.
      let newest = try connection.integer(
        "SELECT coalesce(created, id >> 3) FROM item ORDER BY id DESC LIMIT 1"
      )
      isPartial = newest.map { $0 < period.to - 1 } ?? true
      if isPartial {
        let reach = newest.map { "the newest item is of \(time($0))" } ?? "the index has no item"
        notes.append("\(period.name) is not covered to its end: \(reach).")
      }
      self.notes = notes
      return
    }
    if let looked = coverage.lastRun, looked < period.to {
      notes.append("\(period.name) was not over when the index was last filled, \(time(looked)).")
    } else if coverage.completeTo ?? .min < period.to {
      let reach = coverage.completeTo.map { "only to \(time($0))" } ?? "not yet"
      notes.append("\(period.name) is not covered to its end: the index is complete \(reach).")
    }
    isPartial = !notes.isEmpty
    let gaps =
      try connection.integer(
        "SELECT count(*) FROM gap WHERE first < ? AND last >= ?",
        [.integer(period.to), .integer(period.from)]
      ) ?? 0
    if gaps > 0 {
      notes.append(
        "Within \(period.name) \(gaps) \(gaps == 1 ? "range" : "ranges") of a conversation could not be read whole."
      )
    }
    let shortened =
      try connection.integer(
        "SELECT count(*) FROM conversation_sync WHERE origin > ?",
        [.integer(period.from)]
      ) ?? 0
    if shortened > 0 {
      notes.append(
        "\(shortened) \(shortened == 1 ? "conversation was" : "conversations were") read from a later date on only."
      )
    }
    self.notes = notes
  }
}
