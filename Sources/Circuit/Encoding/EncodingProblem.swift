/// Why a record could not be written.
public enum EncodingProblem: Error, Sendable, Hashable {
  /// A remainder is not the JSON object that a decoder makes.
  case malformedRemainder
}

extension EncodingProblem: CustomStringConvertible {
  /// One line without message text.
  public var description: String {
    switch self {
    case .malformedRemainder: "a stored remainder is not a JSON object"
    }
  }
}
