/// What a man page says beside the commands and options, which their table knows.
public struct Manual: Sendable, Equatable {
  /// Something with a name, and what it means.
  public struct Entry: Sendable, Equatable {
    /// The name: an environment variable, a file, a status.
    public let name: String
    /// What it means.
    public let text: String

    /// Something with a name.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - text: What it means.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Paragraphs, apart by empty lines; indented lines stay as they are.
  public let description: String
  /// The exit statuses.
  public let statuses: [Entry]
  /// The environment variables.
  public let environment: [Entry]
  /// The files.
  public let files: [Entry]

  /// What a man page says beside the commands and options.
  ///
  /// - Parameters:
  ///   - description: Paragraphs, apart by empty lines.
  ///   - statuses: The exit statuses.
  ///   - environment: The environment variables.
  ///   - files: The files.
  public init(
    description: String,
    statuses: [Entry],
    environment: [Entry],
    files: [Entry]
  ) {
    self.description = description
    self.statuses = statuses
    self.environment = environment
    self.files = files
  }
}

extension ProgramInfo {
  /// The program's man page for section 1, in roff with the macros of man(7).
  ///
  /// - Parameter manual: What the table of commands does not know.
  /// - Returns: ASCII text.
  public func manualPage(_ manual: Manual) -> String {
    var page = ManualPage(program: self)
    page.write(manual)
    return page.text
  }
}
