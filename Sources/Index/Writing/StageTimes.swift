/// Where a writer's time went.
package struct StageTimes: Sendable {
  /// Looking items up and writing their rows.
  package var rows = Duration.zero
  /// Changing the full-text index, also on the thread beside.
  package var words = Duration.zero
  /// Of all of these, what the rollups take.
  package var rollups = Duration.zero
  /// Ids, rollups and the commit itself, the full-text index's own writing out included.
  package var commit = Duration.zero
}
