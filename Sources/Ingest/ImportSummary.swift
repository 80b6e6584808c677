public import Index

/// What an import did.
public struct ImportSummary: Sendable, Equatable {
  /// What was done with items.
  public var items = WriteCounts()
  /// What was done with the other kinds of record.
  public var others: [RecordKind: WriteCounts] = [:]
  /// Lines that could not be taken, by reason.
  public var rejected: [String: Int] = [:]
  /// Items whose broken UTF-8 or control characters were mended.
  public var repaired = 0
  /// Rejected lines that were not in the quarantine already.
  public var newlyQuarantined = 0
  /// Whether the import stopped at a bad line, as it was told to.
  public var stoppedAtBadLine = false
  /// Wall time, ms.
  public var elapsedMilliseconds: Int64 = 0

  /// All rejected lines.
  public var rejectedCount: Int { rejected.values.reduce(0, +) }

  /// Whether something is missing from the index that was in the archive.
  public var isPartial: Bool { rejectedCount > 0 }
}

/// A line that could not be taken.
public struct RejectedLine: Sendable, Equatable {
  /// The file it stands in.
  public let source: String
  /// Its number, counted from 1.
  public let line: Int
  /// Why, without message text.
  public let reason: String
}

/// How far an import is.
public struct ImportProgress: Sendable, Equatable {
  /// The file at hand.
  public var source: String
  /// Items written so far.
  public var items: Int
  /// Bytes read of all files.
  public var bytes: Int
  /// Bytes of all files, where known.
  public var totalBytes: Int?
}
