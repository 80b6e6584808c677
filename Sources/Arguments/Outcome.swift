/// How a command ended, as its process tells the shell.
public enum Outcome: Int32, Sendable, Equatable {
  /// It did what was asked.
  case done = 0
  /// Nothing was found, or a check failed.
  case nothing = 1
  /// The command line or the query makes no sense; nothing was done.
  case usage = 2
  /// Something is missing from the result, and was named.
  case partial = 3
  /// It could not be done.
  case failed = 4
}
