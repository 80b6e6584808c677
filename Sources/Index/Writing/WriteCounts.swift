/// What a run did with the records of one kind.
public struct WriteCounts: Sendable, Equatable {
  /// Records the index did not have.
  public var inserted = 0
  /// Records that were there and differed.
  public var updated = 0
  /// Records that were there as they are.
  public var unchanged = 0
  /// Records that were there in a later version.
  public var older = 0

  /// Nothing done yet.
  public init() {}

  /// All records looked at.
  public var total: Int { inserted + updated + unchanged + older }

  /// Adds what another run or batch did.
  public static func += (left: inout WriteCounts, right: WriteCounts) {
    left.inserted += right.inserted
    left.updated += right.updated
    left.unchanged += right.unchanged
    left.older += right.older
  }
}
