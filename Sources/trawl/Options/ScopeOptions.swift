public import Arguments
internal import Foundation
public import Search

/// What the words of a search look for, as the platform's search has it.
struct ScopeOptions: OptionGroup {
  var scope: SearchScope?
  var filter: FileArgument?

  static var arguments: [Argument<Self>] {
    [
      .option(
        "--scope",
        to: \.scope,
        value: "scope",
        help: """
          What the words look for, as the platform's scopes: ALL, MESSAGES, FILES, CONVERSATIONS, \
          PEOPLE, MEMBERS, SENTBY, LABEL, FILTER, DATE. (default: MESSAGES)
          """
      ),
      .option(
        "--filter-file",
        to: \.filter,
        value: "file",
        help: "Narrow by the platform's nested conditions in a JSON file, '-' for standard input."
      ),
    ]
  }

  /// The conditions of the file, if there is one.
  ///
  /// - Throws: `CommandError` when it cannot be read or says something wrong.
  func nodes(at clock: LocalClock) throws(CommandError) -> [QueryNode] {
    guard let filter else { return [] }
    let file: Data
    do {
      file =
        try filter.isStandardStream
        ? FileHandle.standardInput.readToEnd() ?? Data()
        : Data(contentsOf: URL(fileURLWithPath: filter.path))
    } catch {
      throw .cannotRead(path: filter.path, code: errno == 0 ? ENOENT : errno)
    }
    do {
      return [try FilterDocument([UInt8](file), at: clock).node]
    } catch {
      throw .wrongFilter(path: filter.path, error)
    }
  }
}

// Public, as conformances of public types must be.
extension SearchScope: ArgumentValue {
  /// A scope by its name, however it is capitalised.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` when there is no such scope.
  public init(argument: String) throws(InvalidValue) {
    guard let scope = SearchScope(named: argument) else {
      throw InvalidValue(expected: .oneOf(Self.argumentChoices))
    }
    self = scope
  }

  /// The name as the platform writes it.
  public var argumentText: String { rawValue.uppercased() }

  /// The names as the platform writes them.
  public static var argumentChoices: [String] { allCases.map { $0.rawValue.uppercased() } }
}
