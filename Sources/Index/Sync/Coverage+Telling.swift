extension Coverage {
  /// What JSON documents say of it, in order; `null` for nil.
  public var members: [(name: String, value: Int64?)] {
    [
      ("completeTo", completeTo), ("verifiedTo", verifiedTo), ("verifyWithinMilliseconds", bound),
      ("conversations", Int64(conversations)), ("gaps", Int64(gaps)),
      ("unfinished", Int64(unfinished)), ("pending", Int64(pending)), ("lost", Int64(lost)),
      ("shortened", Int64(shortened)),
    ]
  }

  /// One sentence for people, such as "complete to 2026-11-24 16:00, but for 2 gaps".
  ///
  /// - Parameters:
  ///   - now: The present, ms.
  ///   - time: Writes a moment in the zone of the run.
  /// - Returns: The sentence, without a full stop.
  public func sentence(at now: Int64, time: (Int64) -> String) -> String {
    let counts: [(Int, String, String)] = [
      (
        unfinished, "conversation that is not read to its end yet",
        "conversations that are not read to their ends yet"
      ),
      (
        pending, "conversation that could not be read", "conversations that could not be read"
      ),
      (gaps, "gap", "gaps"),
      (lost, "conversation that is no longer seen", "conversations that are no longer seen"),
      (
        shortened, "conversation that was read from a later date on only",
        "conversations that were read from a later date on only"
      ),
    ]
    let exceptions = counts.filter { $0.0 > 0 }.map { count, one, many in
      "\(count) \(count == 1 ? one : many)"
    }
    let end = completeTo.map { "complete to \(time($0))" } ?? "not complete yet"
    let but = exceptions.isEmpty ? "" : ", but for \(exceptions.joined(separator: ", "))"
    let stale = isOverdue(at: now) ? "; that is longer ago than 'trawl ingest' is to let it be" : ""
    return "\(end)\(but)\(stale)"
  }
}
