/// What was done with one record.
public enum WriteOutcome: Sendable {
  /// The index did not have it.
  case inserted
  /// It was there and differed.
  case updated
  /// It was there as it is.
  case unchanged
  /// It was there in a later version.
  case older
}

extension WriteCounts {
  /// Counts one record.
  public mutating func add(_ outcome: WriteOutcome) {
    switch outcome {
    case .inserted: inserted += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    case .older: older += 1
    }
  }
}
