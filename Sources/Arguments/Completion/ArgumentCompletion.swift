/// What a shell may offer where an argument's value is typed.
public enum ArgumentCompletion: Sendable, Equatable {
  /// Nothing: any text will do.
  case nothing
  /// These words.
  case words([String])
  /// Files, and the folders on the way to them.
  case files
  /// Folders.
  case folders
  /// The lines that the program itself prints for these arguments, each after a prefix.
  ///
  /// Asked while someone types: it must be quick, and what it says on standard error is not shown.
  case lines(of: [String], prefix: String = "")
}
