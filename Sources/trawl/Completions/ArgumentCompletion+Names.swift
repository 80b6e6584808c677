import Arguments

extension ArgumentCompletion {
  /// Names of saved queries, each after a prefix.
  static func queries(prefix: String = "") -> Self {
    .lines(of: ["query", "list", "--format", "ids"], prefix: prefix)
  }

  /// Names of reports.
  static let reports = Self.lines(of: ["report", "list", "--format", "ids"])

  /// Names of the index's accounts.
  static let accounts = Self.lines(of: ["accounts", "list", "--format", "ids"])
}
