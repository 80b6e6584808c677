/// A file named on the command line; `-` is a standard stream.
public struct FileArgument: ArgumentValue, Hashable {
  /// The path as given, never empty.
  public let path: String

  /// A path, as it stands: the shell has expanded `~` and wildcards.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` when it is empty or holds a NUL, which no file's name can.
  public init(argument: String) throws(InvalidValue) {
    guard !argument.isEmpty, !argument.utf8.contains(0) else {
      throw InvalidValue(expected: .described("a file's path"))
    }
    path = argument
  }

  /// Whether it stands for standard input, or output.
  public var isStandardStream: Bool { path == "-" }

  /// Files, and folders on the way to them.
  public static var argumentCompletion: ArgumentCompletion { .files }

  /// The path as given.
  public var argumentText: String { path }
}
