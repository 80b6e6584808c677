public import Output

/// What differs between two reports.
public struct ReportComparison: Sendable, Equatable {
  /// One thing that differs.
  public struct Change: Sendable, Equatable {
    /// What became of it.
    public enum Kind: String, Sendable {
      /// Only the second report has it.
      case added
      /// Only the first report has it.
      case removed
      /// Both have it, with other values.
      case changed
    }

    /// What became of it.
    public let kind: Kind
    /// The block; empty for what stands in the header.
    public let block: String
    /// What tells the row from others of its block; empty for a block as a whole.
    public let key: String
    /// The column, or what of the header; empty for a row or block as a whole.
    public let column: String
    /// What the first report says.
    public let before: Cell
    /// What the second report says.
    public let after: Cell

    /// The second number less the first; null where one of them is no number.
    public var difference: Cell {
      switch (before, after) {
      case (.integer(let old), .integer(let new)):
        let (difference, isTooLarge) = new.subtractingReportingOverflow(old)
        return isTooLarge ? .null : .integer(difference)
      case (.integer(let old), .real(let new)): return .real(new - Double(old))
      case (.real(let old), .integer(let new)): return .real(Double(new) - old)
      case (.real(let old), .real(let new)): return .real(new - old)
      default: return .null
      }
    }
  }

  /// Header first, then blocks in the order of the first report, rows in their own order.
  public let changes: [Change]

  /// Compares two reports.
  public init(_ first: ReportDocument, _ second: ReportDocument) {
    var changes: [Change] = []
    for name in Set(first.facts.keys).union(second.facts.keys).sorted() {
      let (before, after) = (first.facts[name] ?? .null, second.facts[name] ?? .null)
      guard before != after else { continue }
      changes.append(
        Change(kind: .changed, block: "", key: "", column: name, before: before, after: after)
      )
    }
    for block in first.blocks {
      guard let other = second.blocks.first(where: { $0.name == block.name }) else {
        changes.append(Self.whole(.removed, block.name))
        continue
      }
      changes += Self.changes(block, other)
    }
    let known = Set(first.blocks.map(\.name))
    for block in second.blocks where !known.contains(block.name) {
      changes.append(Self.whole(.added, block.name))
    }
    self.changes = changes
  }

  private static func whole(_ kind: Change.Kind, _ block: String, key: String = "") -> Change {
    Change(kind: kind, block: block, key: key, column: "", before: .null, after: .null)
  }

  private static func changes(
    _ first: ReportDocument.Block,
    _ second: ReportDocument.Block
  ) -> [Change] {
    let columns = first.columns.filter(second.columns.contains)
    let key = key(of: first, second, among: columns)
    var changes: [Change] = []
    for column in first.columns where !columns.contains(column) {
      changes.append(wholeColumn(.removed, first.name, column))
    }
    for column in second.columns where !columns.contains(column) {
      changes.append(wholeColumn(.added, first.name, column))
    }
    var others = Rows(second, key: key)
    for row in first.rows {
      let name = Rows.name(of: row, of: first, key: key)
      guard let other = others.take(name) else {
        changes.append(whole(.removed, first.name, key: name))
        continue
      }
      for column in columns {
        guard let old = first.columns.firstIndex(of: column),
          let new = second.columns.firstIndex(of: column), row[old] != other[new]
        else { continue }
        changes.append(
          Change(
            kind: .changed,
            block: first.name,
            key: name,
            column: column,
            before: row[old],
            after: other[new]
          )
        )
      }
    }
    return changes + others.left.map { whole(.added, first.name, key: $0) }
  }

  private static func wholeColumn(_ kind: Change.Kind, _ block: String, _ column: String) -> Change
  {
    Change(kind: kind, block: block, key: "", column: column, before: .null, after: .null)
  }

  /// The columns that tell the rows of both blocks apart: ids, then texts, then the others, as few as do.
  private static func key(
    of first: ReportDocument.Block,
    _ second: ReportDocument.Block,
    among columns: [String]
  ) -> [String] {
    func rank(_ column: String) -> Int {
      if column.hasSuffix("Id") { return 0 }
      let isText = [first, second].allSatisfy { block in
        guard let place = block.columns.firstIndex(of: column) else { return false }
        return block.rows.allSatisfy { if case .text = $0[place] { true } else { false } }
      }
      return isText ? 1 : 2
    }
    let ranked = columns.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    var key: [String] = []
    for (_, column) in ranked {
      key.append(column)
      let isUnique = [first, second].allSatisfy { block in
        Set(block.rows.map { Rows.name(of: $0, of: block, key: key) }).count == block.rows.count
      }
      if isUnique { break }
    }
    return key
  }
}

/// The rows of a block by what tells them apart.
private struct Rows {
  private let names: [String]
  private var rows: [String: [[Cell]]] = [:]

  init(_ block: ReportDocument.Block, key: [String]) {
    names = block.rows.map { Self.name(of: $0, of: block, key: key) }
    for (name, row) in zip(names, block.rows).reversed() { rows[name, default: []].append(row) }
  }

  /// The first row of a name that was not taken yet.
  mutating func take(_ name: String) -> [Cell]? { rows[name]?.popLast() }

  /// The names of the rows that nobody took, in order.
  var left: [String] {
    var count = rows.mapValues(\.count)
    // Of several rows of a name the first ones were taken.
    return names.reversed().filter { name in
      guard let more = count[name], more > 0 else { return false }
      count[name] = more - 1
      return true
    }.reversed()
  }

  static func name(of row: [Cell], of block: ReportDocument.Block, key: [String]) -> String {
    key.compactMap { column in block.columns.firstIndex(of: column).map { row[$0].plainText } }
      .joined(separator: " · ")
  }
}

extension Cell {
  /// The value as a text that tells it from others.
  fileprivate var plainText: String {
    switch self {
    case .null: "–"
    case .text(let text): text
    case .integer(let number): String(number)
    case .time(let milliseconds): String(milliseconds)
    case .real(let number): number.description
    case .quantity(let cell, _): cell.plainText
    case .boolean(let isTrue): String(isTrue)
    case .list(let texts): texts.joined(separator: ", ")
    case .passage(let passage): passage.text
    }
  }
}
