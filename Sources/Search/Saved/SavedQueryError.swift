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
    /// A parameter is not `name = value`.
    case malformedParameter(String)
    /// A parameter that the query does not use.
    case unusedParameter(String)
    /// A place in the query for which there is no parameter.
    case undeclaredParameter(String)
    /// A run sets what the query does not have; `known` is what it has.
    case unknownParameter(String, known: [String])
    /// A run does not set what has no value of its own.
    case missingParameter(String)
    /// A run's value holds a double quote.
    case quotedParameter(String)
    /// `sort:` names no order.
    case unknownOrder(String)
    /// `format:` names nothing that the program prints; `known` is what it does.
    case unknownFormat(String, known: [String])
    /// `limit:` is no number from 1 on.
    case badLimit(String)
  }

  /// What is wrong.
  public let problem: Problem
  /// The file, where it is about one.
  public let file: String?
  /// The line, from 1, where it is about one.
  public let line: Int?

  /// A file whose `format:` the program does not have.
  ///
  /// - Parameters:
  ///   - word: What the file says.
  ///   - known: What there is.
  ///   - file: The file.
  public init(unknownFormat word: String, known: [String], file: String?) {
    self.init(.unknownFormat(word, known: known), file: file)
  }

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
    case .malformedParameter(let text):
      "'\(text)' is no parameter; write 'parameter: name = value'"
    case .unusedParameter(let name): "the query does not use '{{\(name)}}'"
    case .undeclaredParameter(let name):
      "the query uses '{{\(name)}}', and no line 'parameter: \(name) = …' says what it is"
    case .unknownParameter(let name, let known):
      "it has no parameter '\(name)'; it has \(Self.list(known))"
    case .missingParameter(let name):
      "the parameter '\(name)' has no value; give one with --set \(name)=…"
    case .quotedParameter(let name): "the value of '\(name)' may not hold a double quote"
    case .unknownOrder(let word):
      "unknown order '\(word)'; there are \(Self.list(SearchOrder.allCases.map(\.rawValue)))"
    case .unknownFormat(let word, let known):
      "unknown format '\(word)'; there are \(Self.list(known))"
    case .badLimit(let text): "the limit '\(text)' is no number from 1 on"
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
