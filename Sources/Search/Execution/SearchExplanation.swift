public import Chronology
internal import SQLite

/// How a query is read and how it would be answered.
public struct SearchExplanation: Sendable {
  /// What its words look for.
  public let scope: SearchScope
  /// The query's tree, its words read as the scope wants them, options included.
  public let tree: QueryNode
  /// What drives the search: lists of postings, a set of rows, a list of conversations, or all items.
  public let driver: String
  /// The question to the full-text index, without control characters, if there is one.
  public let match: String?
  /// The times within which all answers are, where dates bound the search.
  public let within: TimeSpan?
  /// What is tested of each row, in SQL.
  public let tests: [String]
  /// What has nothing to look for in it, as typed, and was left out.
  public let ignored: [String]
}

extension SearchExplanation: CustomStringConvertible {
  /// A line for each part.
  public var description: String {
    var lines = ["read as  \(tree)", "scope    \(scope.rawValue)", "driver   \(driver)"]
    if let match { lines.append("match    \(match)") }
    if let within { lines.append("within   \(within)") }
    for test in tests { lines.append("where    " + test.replacing("\n", with: " ")) }
    if !ignored.isEmpty {
      lines.append("left out " + ignored.map(\.quotedForPrinting).joined(separator: " "))
    }
    return lines.joined(separator: "\n")
  }
}

extension SearchEngine {
  /// How a query is read and how it would be answered.
  ///
  /// - Parameter query: The query.
  /// - Returns: The tree and the plan.
  /// - Throws: `QueryError` for names that cannot be resolved, `SQLiteError`.
  public func explanation(of query: Query) throws -> SearchExplanation {
    if query.scope.rows == .conversations {
      let tests = try conversationTests(of: query)
      return SearchExplanation(
        scope: query.scope,
        tree: query.root,
        driver: "by the list of conversations",
        match: nil,
        within: nil,
        tests: tests.map { [$0.printed] } ?? [],
        ignored: []
      )
    }
    let resolved = try resolve(query)
    let plan = try plan(for: resolved)
    return SearchExplanation(
      scope: query.scope,
      tree: query.root,
      driver: plan.driverName,
      match: plan.match?.printed,
      within: plan.within,
      tests: plan.allTests.map(\.printed),
      ignored: resolved.ignored
    )
  }
}
