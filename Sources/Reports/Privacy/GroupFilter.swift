import Output

/// Leaves out rows that are about fewer people than a run may show.
struct GroupFilter {
  /// The fewest people that a row may be about.
  let minimum: Int

  /// A block without its small groups, and a sentence about what is missing, or nil.
  ///
  /// A block that does not say how many people its rows are about is taken to be about one person a row, unless it
  /// has a column `people`: what is not known to be harmless is not shown.
  ///
  /// - Throws: `ReportError.noGroupColumn`.
  func filtered(
    _ block: ReportBlock,
    of definition: BlockDefinition,
    at place: ReportError.Place
  ) throws(ReportError) -> (block: ReportBlock, note: String?) {
    guard minimum > 1, !block.rows.isEmpty else { return (block, nil) }
    let names = block.columns.map(\.name)
    let kept: [[Cell]]
    switch definition.group ?? (names.contains(BlockGroup.usualColumn) ? .column("people") : .one) {
    case .all: return (block, nil)
    case .one: kept = []
    case .column(let name):
      guard let column = names.firstIndex(of: name) else {
        throw .noGroupColumn(place, name: name, columns: names)
      }
      kept = block.rows.filter { row in
        if case .integer(let people) = row[column] { people >= minimum } else { false }
      }
    }
    let hidden = block.rows.count - kept.count
    guard hidden > 0 else { return (block, nil) }
    return (
      ReportBlock(
        name: block.name,
        title: block.title,
        presentation: block.presentation,
        shownRows: block.shownRows,
        columns: names,
        rows: kept
      ),
      "\(block.title): \(hidden) \(hidden == 1 ? "row" : "rows") about fewer than \(minimum) people left out."
    )
  }
}
