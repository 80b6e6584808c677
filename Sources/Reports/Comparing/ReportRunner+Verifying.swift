internal import Index
internal import SQLite

extension ReportRunner {
  /// Runs a report from the items alone, and compares it with what it says as it is usually made.
  ///
  /// - Parameters:
  ///   - definition: What to run.
  ///   - arguments: Values for its parameters, by their names, as texts.
  /// - Returns: What differs between the two, and what differs between rollups and items in the period; both are
  ///   empty where all is well.
  /// - Throws: As `run(_:_:)` does.
  public func verify(
    _ definition: ReportDefinition,
    _ arguments: [String: String] = [:]
  ) throws -> (changes: [ReportComparison.Change], rollups: [String]) {
    let usual = try run(definition, arguments)
    var thorough = setting
    thorough.source = .items
    let recounted = try ReportRunner(connection: connection, thorough).run(definition, arguments)
    let rollups = try RollupCheck.problems(
      of: connection,
      within: usual.period.map { $0.previous.from..<$0.to }
    )
    return (
      ReportComparison(ReportDocument(recounted), ReportDocument(usual)).changes, rollups
    )
  }
}
