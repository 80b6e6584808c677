// Public, as conformances of public types must be.
public import Arguments
public import Sandbox

extension SandboxPaging.Boundary: ArgumentValue {}

extension SandboxPaging.Order: ArgumentValue {}

extension SandboxFault: ArgumentValue {
  /// A fault in its text form.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` saying what is wrong with it.
  public init(argument: String) throws(InvalidValue) {
    do {
      try self.init(argument)
    } catch {
      throw InvalidValue(expected: .described("a fault (\(error.description))"))
    }
  }

  /// Nothing: no fault is a default.
  public var argumentText: String { "" }
}
