internal import SQLite

/// What a search does about time: when it is up, what has been found by then is the answer.
extension SearchEngine {
  /// After how long a search stops where nobody says: reading texts one by one has no end of its own.
  private static let costlyTimeout = Duration.seconds(2)
  /// How long it may take to dress up what was found when the time was up.
  static let graceTime = Duration.seconds(1)

  /// After how long a search stops; `nil` for never.
  func timeout(of request: SearchRequest, for plan: SearchPlan) -> Duration? {
    request.timeout ?? (plan.isCostly && !request.isExhaustive ? Self.costlyTimeout : nil)
  }

  /// Runs `body`, which what is read of the index may stop; without a time, an outer one stands.
  func withTimeout<Result>(_ timeout: Duration?, _ body: () throws -> Result) throws -> Result {
    guard let timeout else { return try body() }
    return try connection.withDeadline(.now + timeout, body)
  }

  /// Whether `body` came to its end; false when the time was up before.
  ///
  /// - Throws: What `body` throws but for that.
  func finishes(within timeout: Duration? = nil, _ body: () throws -> Void) throws -> Bool {
    do {
      try withTimeout(timeout, body)
      return true
    } catch let error as SQLiteError where error.isInterrupted {
      return false
    }
  }
}
