/// What `trawl check` found in one respect.
public struct CheckResult: Sendable, Equatable {
  /// What was looked at, in a few words.
  public let name: String
  /// What is wrong, one line each; empty when all is well.
  public let problems: [String]

  /// Whether all is well.
  public var passed: Bool { problems.isEmpty }
}
