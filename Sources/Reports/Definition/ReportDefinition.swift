/// A report as its file describes it: what it is called, what it takes, its prose and its queries.
///
/// `docs/reports.md` describes the file.
public struct ReportDefinition: Sendable, Equatable {
  /// The name it is run by: its file's name without `.md`.
  public let name: String
  /// The file, as errors name it.
  public let file: String
  /// What it is called.
  public let title: String
  /// What it is for, in a sentence; empty where the file says nothing.
  public let summary: String
  /// What it takes, in the file's order.
  public let parameters: [ReportParameter]
  /// Prose and blocks, in the file's order.
  public let parts: [Part]

  /// A stretch of prose, or a block.
  public enum Part: Sendable, Equatable {
    /// Markdown with values in it.
    case prose(Prose)
    /// A query, and how its rows look.
    case block(BlockDefinition)
  }

  /// The queries, in the file's order.
  public var blocks: [BlockDefinition] {
    parts.compactMap { part in
      if case .block(let block) = part { block } else { nil }
    }
  }

  /// Reads a definition.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - name: The name it is run by.
  ///   - file: The file, as errors are to name it.
  /// - Throws: `DefinitionError` at the first thing that is wrong.
  public init(parsing text: String, name: String, file: String) throws(DefinitionError) {
    var parser = DefinitionParser(text: text, file: file)
    let document = try parser.document()
    self.name = name
    self.file = file
    title = document.title
    summary = document.summary
    parameters = document.parameters
    parts = document.parts
  }
}

/// A query of a report, and how its rows look.
public struct BlockDefinition: Sendable, Equatable {
  /// The name its rows go by in JSON and in CSV files, one of a kind in its report.
  public let name: String
  /// The heading above it.
  public let title: String
  /// How its rows look where there is a choice.
  public let presentation: Presentation
  /// The most rows that formats for reading show; formats for programs always have all.
  public let shownRows: Int
  /// How many people each row is about; nil where the block does not say.
  public let group: BlockGroup?
  /// One SELECT.
  public let sql: String
  /// The line of the file its fence opens at, from 1.
  public let line: Int

  /// The rows shown where the block does not say.
  public static let defaultShownRows = 50
}
