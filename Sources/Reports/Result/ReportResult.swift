public import Output

/// What a report found, the one thing that every format is made from.
public struct ReportResult: Sendable, Equatable {
  /// The version of the JSON's shape, raised when a reader of the old one could be misled.
  public static let schemaVersion = 1

  /// The definition's name.
  public let report: String
  /// The definition's title.
  public let title: String
  /// What the report was told, with defaults filled in and a week named (`2018-W12`, not `last`).
  public let parameters: [ReportArgument]
  /// The period it is about, where it has one.
  public let period: Period?
  /// The zone its days and hours are of.
  public let zone: Zone
  /// What a reader has to know to read it right, a sentence each.
  public let notes: [String]
  /// Prose and blocks, in order.
  public let parts: [Part]
  /// What it was made from and how.
  public let header: ReportHeader

  /// A stretch of prose, or a block.
  public enum Part: Sendable, Equatable {
    /// Markdown with values in it.
    case prose([ProsePiece])
    /// Rows.
    case block(ReportBlock)
  }

  /// A stretch of prose: the author's Markdown, or a value, which is nobody's Markdown.
  public enum ProsePiece: Sendable, Equatable {
    /// Markdown of the definition.
    case markdown(String)
    /// A value that was asked for.
    case value(Cell)
  }

  /// Its blocks, in order.
  public var blocks: [ReportBlock] {
    parts.compactMap { part in
      if case .block(let block) = part { block } else { nil }
    }
  }

  /// The block of a name, or nil.
  public func block(named name: String) -> ReportBlock? { blocks.first { $0.name == name } }

  /// Puts a result together.
  ///
  /// - Parameters:
  ///   - report: The definition's name.
  ///   - title: The definition's title.
  ///   - parameters: What the report was told, resolved.
  ///   - period: The period it is about.
  ///   - zone: The zone its days and hours are of.
  ///   - notes: What a reader has to know.
  ///   - parts: Prose and blocks.
  ///   - header: What it was made from and how.
  public init(
    report: String,
    title: String,
    parameters: [ReportArgument],
    period: Period?,
    zone: Zone,
    notes: [String],
    parts: [Part],
    header: ReportHeader = ReportHeader()
  ) {
    self.report = report
    self.title = title
    self.parameters = parameters
    self.period = period
    self.zone = zone
    self.notes = notes
    self.parts = parts
    self.header = header
  }

  /// The same result with other parts.
  ///
  /// - Parameter parts: Prose and blocks.
  /// - Returns: Everything else as it is here.
  public func with(parts: [Part]) -> ReportResult {
    ReportResult(
      report: report,
      title: title,
      parameters: parameters,
      period: period,
      zone: zone,
      notes: notes,
      parts: parts,
      header: header
    )
  }
}
