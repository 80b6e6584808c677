// Public, as conformances of public types must be.
public import Arguments
public import Circuit

extension BaseURL: ArgumentValue {
  /// The address of an API.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` when it is none, or one that a token must not go to.
  public init(argument: String) throws(InvalidValue) {
    do throws(BaseURLError) {
      try self.init(argument)
    } catch {
      let phrase =
        switch error {
        case .notAnAddress: "an address such as https://example.org/rest/v2"
        case .notEncrypted:
          "an https:// address, as the token would be readable on the way "
            + "(http:// is only for this machine itself)"
        }
      throw InvalidValue(expected: .described(phrase))
    }
  }

  /// The address.
  public var argumentText: String { text }
}
