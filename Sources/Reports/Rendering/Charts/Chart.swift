import Output

/// The drawing of a block, and what it shows in words.
struct Chart {
  let drawing: Drawing
  let description: String

  /// Draws a block; nil when it is not to be drawn, has no rows, or its columns do not fit.
  init?(_ block: ReportBlock, _ text: ReadableText) {
    guard block.unmetNeed == nil, !block.rows.isEmpty else { return nil }
    switch block.presentation {
    case .table, .number: return nil
    case .heatmap:
      let pivot = Pivot(block)
      drawing = HeatMap.drawing(of: pivot, text)
      description = ChartText.description(of: pivot, block.columns[2].name, text)
    case .line, .stacked, .bar:
      let data = ChartData(block, text)
      description = ChartText.description(of: data)
      drawing =
        switch (block.presentation, data.steps) {
        case (.line, _): LineChart.drawing(of: data)
        case (.stacked, _): StackedBars.drawing(of: data)
        case (_, let steps?): ColumnBars.drawing(of: data, steps)
        case (_, nil): RowBars.drawing(of: data)
        }
    }
  }
}

/// A column's name as a heading: `likesReceived` is `Likes received`; what is no such word stays as it is.
func heading(_ name: String) -> String {
  guard let first = name.utf8.first, (0x61...0x7A).contains(first),
    name.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) })
  else { return name }
  var result = ""
  var last: Character?
  for character in name {
    if character.isUppercase, last?.isUppercase == false {
      result += " " + character.lowercased()
    } else {
      result.append(result.isEmpty ? Character(character.uppercased()) : character)
    }
    last = character
  }
  return result
}
