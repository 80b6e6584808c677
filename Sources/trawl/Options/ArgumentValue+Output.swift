// Public, as conformances of public types must be.
public import Arguments
public import Output

extension OutputFormat: ArgumentValue {}

extension Zone: ArgumentValue {
  /// A zone by its IANA name.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` when no zone is called so.
  public init(argument: String) throws(InvalidValue) {
    do {
      try self.init(identifier: argument)
    } catch {
      var suggestion: String?
      if case .unknownTimeZone(_, let name) = error { suggestion = name }
      throw InvalidValue(
        expected: .described("an IANA time zone such as Europe/Lisbon"),
        suggestion: suggestion
      )
    }
  }

  /// The zone's name.
  public var argumentText: String { identifier }
}
