/// A query kept in a file under a name.
///
/// The file has lines `key: value`, of which only `query` is needed; `parameter` may stand several
/// times. Blank lines and lines that begin with `#` say nothing:
///
///     # What waits for an answer.
///     title: Unanswered questions
///     description: Questions that nobody has answered, the oldest first.
///     parameter: wait = 2d
///     query: is:unanswered older:{{wait}}
///     sort: oldest
///     limit: 20
///     format: table
public struct SavedQuery: Sendable, Equatable {
  /// The name it is run by: its file's name without `.query`.
  public let name: String
  /// The file, as errors name it.
  public let file: String
  /// The file's text.
  public let text: String
  /// What it is called; the name where the file says nothing.
  public let title: String
  /// What it finds, in a sentence; empty where the file says nothing.
  public let summary: String
  /// What the query leaves open, in the file's order.
  public let parameters: [QueryParameter]
  /// The query as it is written, not read yet: its dates depend on when it runs.
  public let query: String
  /// The line of the file that the query stands on, from 1.
  public let queryLine: Int
  /// The order of the answer, where the file says one.
  public let order: SearchOrder?
  /// How many hits, where the file says so.
  public let limit: Int?
  /// How the answer is printed, where the file says so: a value of `--format`.
  public let format: String?

  /// The keys of a file.
  enum Key: String, CaseIterable {
    case title
    case description
    case parameter
    case query
    case sort
    case limit
    case format
  }

  /// Reads a saved query.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - name: The name it is run by.
  ///   - file: The file, as errors are to name it.
  /// - Throws: `SavedQueryError` at the first thing that is wrong.
  public init(parsing text: String, name: String, file: String) throws(SavedQueryError) {
    let all = try Self.entries(of: text, file: file)
    let entries = all.compactMapValues(\.first)
    guard let query = entries[.query] else {
      throw SavedQueryError(.noQuery, file: file, line: 1)
    }
    parameters = try Self.parameters(all[.parameter] ?? [], of: query, file: file)
    format = entries[.format]?.value
    self.name = name
    self.file = file
    self.text = text
    title = entries[.title]?.value ?? name
    summary = entries[.description]?.value ?? ""
    self.query = query.value
    queryLine = query.line
    if let sort = entries[.sort] {
      guard let order = SearchOrder(rawValue: sort.value) else {
        throw SavedQueryError(.unknownOrder(sort.value), file: file, line: sort.line)
      }
      self.order = order
    } else {
      order = nil
    }
    if let limit = entries[.limit] {
      guard let count = Int(limit.value), count > 0 else {
        throw SavedQueryError(.badLimit(limit.value), file: file, line: limit.line)
      }
      self.limit = count
    } else {
      self.limit = nil
    }
  }

  private typealias Entry = (value: String, line: Int)

  /// The parameters that are declared: each once, and each used.
  private static func parameters(
    _ entries: [Entry],
    of query: Entry,
    file: String
  ) throws(SavedQueryError) -> [QueryParameter] {
    let places = places(in: query.value)
    var parameters: [QueryParameter] = []
    for entry in entries {
      func fault(_ problem: SavedQueryError.Problem) -> SavedQueryError {
        SavedQueryError(problem, file: file, line: entry.line)
      }
      guard let parameter = QueryParameter(entry.value) else {
        throw fault(.malformedParameter(entry.value))
      }
      guard !parameters.contains(where: { $0.name == parameter.name }) else {
        throw fault(.repeatedKey("parameter: \(parameter.name)"))
      }
      guard places.contains(parameter.name) else { throw fault(.unusedParameter(parameter.name)) }
      parameters.append(parameter)
    }
    for place in places where !parameters.contains(where: { $0.name == place }) {
      throw SavedQueryError(.undeclaredParameter(place), file: file, line: query.line)
    }
    return parameters
  }

  private static func entries(
    of text: String,
    file: String
  ) throws(SavedQueryError) -> [Key: [Entry]] {
    var entries: [Key: [Entry]] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let line = line.trimmed
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      func fault(_ problem: SavedQueryError.Problem) -> SavedQueryError {
        SavedQueryError(problem, file: file, line: index + 1)
      }
      guard let colon = line.firstIndex(of: ":") else { throw fault(.malformedLine) }
      let word = String(line[..<colon].trimmed)
      guard let key = Key(rawValue: word) else { throw fault(.unknownKey(word)) }
      guard entries[key] == nil || key == .parameter else { throw fault(.repeatedKey(word)) }
      let value = String(line[line.index(after: colon)...].trimmed)
      guard !value.isEmpty else { throw fault(.noValue(word)) }
      entries[key, default: []].append((value, index + 1))
    }
    return entries
  }
}

extension Substring {
  /// Without white space at either end.
  var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...end]
  }
}
