/// What can go wrong while a synthetic tenant is made.
public enum SandboxError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A value of the plan that no tenant can have, and the least or greatest that it may have.
  case impossiblePlan(field: String, value: Int, bound: Int)
  /// A file or folder that the system refused, by `errno`.
  case refused(path: String, operation: Operation, code: Int32)

  /// What was being done to a file.
  public enum Operation: String, Sendable {
    /// Making a folder.
    case makeFolder = "make"
    /// Opening a file to write.
    case open
    /// Writing to a file.
    case write
  }

  /// One line for people.
  public var description: String {
    switch self {
    case .impossiblePlan(let field, let value, let bound):
      "a synthetic tenant cannot have \(value) as '\(field)': the bound is \(bound)"
    case .refused(let path, let operation, let code):
      "cannot \(operation.rawValue) '\(path)': \(SystemMessage.text(of: code))"
    }
  }
}
