/// What can go wrong while a synthetic tenant is made.
public enum SandboxError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A value of the plan that no tenant can have, and the least or greatest that it may have.
  case impossiblePlan(field: String, value: Int, bound: Int)
  /// A file or folder that the system refused, by `errno`.
  case refused(path: String, operation: Operation, code: Int32)

  /// The library that serves HTTP is not on this machine; what the loader said.
  case noServerLibrary(reason: String)
  /// A port that cannot be listened on, by `errno`.
  case portRefused(port: Int, code: Int32)
  /// An account is wanted for a user that the tenant does not have.
  case noSuchUser(String)
  /// More accounts are wanted than the tenant has users that could have one.
  case tooFewUsers(wanted: Int, has: Int)

  /// What was being done to a file.
  public enum Operation: String, Sendable {
    /// Making a folder.
    case makeFolder = "make"
    /// Opening a file to write.
    case open
    /// Writing to a file.
    case write
    /// Reading a file.
    case read
  }

  /// One line for people.
  public var description: String {
    switch self {
    case .impossiblePlan(let field, let value, let bound):
      "a synthetic tenant cannot have \(value) as '\(field)': the bound is \(bound)"
    case .refused(let path, let operation, let code):
      "cannot \(operation.rawValue) '\(path)': \(SystemMessage.text(of: code))"
    case .noServerLibrary(let reason):
      "the sandbox's server needs libmicrohttpd; install Debian's libmicrohttpd12 (\(reason))"
    case .portRefused(let port, let code):
      "cannot listen on port \(port): \(SystemMessage.text(of: code))"
    case .noSuchUser(let name):
      "the tenant has no user '\(name)'"
    case .tooFewUsers(let wanted, let has):
      "\(wanted) accounts are wanted, and the tenant has only \(has) users for them"
    }
  }
}
