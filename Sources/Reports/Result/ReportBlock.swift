/// The rows of a block.
public struct ReportBlock: Sendable, Equatable {
  /// Its name, one of a kind in its report.
  public let name: String
  /// The heading above it.
  public let title: String
  /// How it looks where there is a choice.
  public let presentation: Presentation
  /// The most rows that formats for reading show.
  public let shownRows: Int
  /// Its columns.
  public let columns: [ReportColumn]
  /// Its rows, all of them, each as long as `columns`.
  public let rows: [[ReportValue]]

  /// Puts a block together.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - title: The heading above it.
  ///   - presentation: How it looks.
  ///   - shownRows: The most rows that formats for reading show.
  ///   - columns: Its columns.
  ///   - rows: All rows.
  public init(
    name: String,
    title: String,
    presentation: Presentation = .table,
    shownRows: Int = BlockDefinition.defaultShownRows,
    columns: [ReportColumn],
    rows: [[ReportValue]]
  ) {
    self.name = name
    self.title = title
    self.presentation = presentation
    self.shownRows = shownRows
    self.columns = columns
    self.rows = rows
  }
}
