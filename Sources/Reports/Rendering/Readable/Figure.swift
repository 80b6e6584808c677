import Output

/// A single number of a report, with what it was before.
struct Figure: Equatable {
  let label: String
  let value: Cell
  let measure: Measure?
  let previous: Double?

  /// The figures of a block that shows numbers: a row each where there is a column `value`, else a
  /// column each of the first row.
  static func all(of block: ReportBlock, _ text: ReadableText) -> [Figure] {
    func place(_ name: String) -> Int? {
      block.columns.indices.dropFirst().first { block.columns[$0].name == name }
    }
    guard let value = place("value") else {
      return zip(block.columns, block.rows.first ?? []).map { column, cell in
        Figure(label: column.name, value: cell, measure: cell.measure, previous: nil)
      }
    }
    let (previous, change) = (place("previous"), place("change"))
    return block.rows.map { row in
      let label = text.text(of: row[0])
      let number = row[value].number
      let before =
        previous.flatMap { row[$0].number }
        ?? change.flatMap { row[$0].number }.flatMap { change in number.map { $0 - change } }
      return Figure(
        label: label,
        value: row[value],
        measure: row[value].measure,
        previous: before
      )
    }
  }

  /// By how much it has changed.
  var difference: Double? {
    guard let number = value.number, let previous else { return nil }
    return number - previous
  }

  /// By what part of what it was it has changed; nil for shares, where that would only confuse.
  var changeShare: Double? {
    guard let difference, let previous, previous != 0, measure != .share else { return nil }
    return difference / previous.magnitude
  }

  /// How much it has changed, and by how many percent: `+68 (+2.6 %)`; nil where nothing was before.
  var change: String? {
    guard let difference else { return nil }
    let text = NumberText.signed(difference, measure)
    if measure == .share { return text.replacing("%", with: "points") }
    guard difference != 0, let changeShare else { return text }
    return "\(text) (\(NumberText.signed(changeShare, .share)))"
  }

  /// What it was, for people; nil where that is not known.
  var before: String? { previous.map { NumberText.text($0, measure) } }
}

extension Cell {
  /// What a quantity measures.
  var measure: Measure? {
    if case .quantity(_, let measure) = self { measure } else { nil }
  }
}
