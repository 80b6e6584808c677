/// What is wrong with a saved query, and where.
public struct SavedQueryError: Error, Sendable, Equatable {
  /// What can be wrong with saved queries.
  public enum Problem: Sendable, Equatable {
    /// No folder has a query of that name; `known` are those there are.
    case unknownName(String, known: [String])
    /// The file cannot be read; the text is the system's reason.
    case unreadable(String)
    /// A line is not `key: value`.
    case malformedLine
    /// A key that means nothing.
    case unknownKey(String)
    /// A key that stands twice.
    case repeatedKey(String)
    /// A key with nothing after its colon.
    case noValue(String)
    /// There is no `query:`.
    case noQuery
    /// `sort:` names no order.
    case unknownOrder(String)
    /// `limit:` is no number from 1 on.
    case badLimit(String)
  }

  /// What is wrong.
  public let problem: Problem
  /// The file, where it is about one.
  public let file: String?
  /// The line, from 1, where it is about one.
  public let line: Int?

  init(_ problem: Problem, file: String? = nil, line: Int? = nil) {
    self.problem = problem
    self.file = file
    self.line = line
  }
}

extension SavedQueryError: CustomStringConvertible {
  /// One line: where, what is wrong, and what there is instead.
  public var description: String {
    let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    return place.isEmpty ? problem.description : "\(place): \(problem)"
  }
}

extension SavedQueryError.Problem: CustomStringConvertible {
  /// What is wrong, without the place.
  public var description: String {
    switch self {
    case .unknownName(let name, let known):
      "there is no saved query '\(name)'; there are \(Self.list(known))"
    case .unreadable(let reason): "it cannot be read: \(reason)"
    case .malformedLine: "a line is written 'key: value'; comments begin with '#'"
    case .unknownKey(let key):
      "unknown key '\(key)'; there are \(Self.list(SavedQuery.Key.allCases.map(\.rawValue)))"
    case .repeatedKey(let key): "'\(key)' stands here a second time"
    case .noValue(let key): "'\(key)' has no value"
    case .noQuery: "there is no line 'query: …'"
    case .unknownOrder(let word):
      "unknown order '\(word)'; there are \(Self.list(SearchOrder.allCases.map(\.rawValue)))"
    case .badLimit(let text): "the limit '\(text)' is no number from 1 on"
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
