internal import CSimdjson

/// Why a record was refused.
///
/// It never holds any of the record's text.
public enum DecodingProblem: Error, Sendable, Hashable {
  /// It is not JSON; the text is the parser's own, one of a fixed few.
  case notJSON(String)
  /// It is JSON, but not an object.
  case notAnObject
  /// A page of items is not an array.
  case notAnArray
  /// A page is cut off, or goes on behind its end: what it holds is not all there was.
  case brokenArray(String)
  /// It lacks a field without which it has no identity, or that field is empty or not a string.
  case missingIdentifier(String)
  /// It nests objects and arrays deeper than `maximalDepth`.
  case tooDeep
  /// It is longer than the bytes that a record may have.
  case tooLong

  /// How deep objects and arrays may nest in a record.
  public static let maximalDepth = Int(CSJ_MAX_DEPTH)

  /// The longest record that is decoded, in bytes.
  public static let maximalByteCount = 64 << 20

  init(_ problem: csj_problem) {
    let detail = problem.detail.map { String(cString: $0) } ?? ""
    self =
      switch Int(problem.code) {
      case CSJ_NOT_AN_OBJECT: .notAnObject
      case CSJ_NOT_AN_ARRAY: .notAnArray
      case CSJ_BROKEN_ARRAY: .brokenArray(detail)
      case CSJ_MISSING_IDENTIFIER: .missingIdentifier(detail)
      case CSJ_TOO_DEEP: .tooDeep
      case CSJ_TOO_LONG: .tooLong
      default: .notJSON(detail)
      }
  }
}

extension DecodingProblem: CustomStringConvertible {
  /// One line without message text, fit for a terminal.
  public var description: String {
    switch self {
    case .notJSON(let detail): "not JSON: \(detail)"
    case .notAnObject: "not a JSON object"
    case .notAnArray: "not a JSON array"
    case .brokenArray(let detail): "not a whole JSON array: \(detail)"
    case .missingIdentifier(let field): "no '\(field)', which identifies it"
    case .tooDeep: "nested deeper than \(Self.maximalDepth) levels"
    case .tooLong: "longer than \(Self.maximalByteCount >> 20) MB"
    }
  }
}
