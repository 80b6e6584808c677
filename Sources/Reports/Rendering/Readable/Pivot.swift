import Output

/// Rows of a heat map as a grid: the first column's values down, the second's across, the third within.
struct Pivot {
  /// The values of one side, in order.
  struct Side {
    let column: Column
    let cells: [Cell]
    let steps: Steps?

    /// Values that lie at steps are in their order, and complete where all are known; names stay as
    /// they come.
    init(_ column: Column, _ values: [Cell]) {
      self.column = column
      var seen: Set<Key> = []
      let distinct = values.filter { seen.insert(Key($0)).inserted }
      let steps = Steps(column: column.name, cells: distinct)
      self.steps = steps
      if let all = steps?.all, !distinct.isEmpty {
        cells = all.map { .integer(Int64($0)) }
      } else if let steps {
        cells = distinct.sorted { (steps.position(of: $0) ?? 0) < (steps.position(of: $1) ?? 0) }
      } else {
        cells = distinct
      }
    }

    /// What a value of this side is called.
    func name(of cell: Cell, _ text: ReadableText) -> String {
      steps?.name(of: cell) ?? text.text(of: cell)
    }

    fileprivate var places: [Key: Int] {
      Dictionary(cells.enumerated().map { (Key($1), $0) }) { first, _ in first }
    }
  }

  let rows: Side
  let columns: Side
  /// The values that are there, with their places; the last one where a place comes twice.
  let fields: [Place: Cell]

  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// The grid of a block whose columns fit.
  init(_ block: ReportBlock) {
    rows = Side(block.columns[0], block.rows.map { $0[0] })
    columns = Side(block.columns[1], block.rows.map { $0[1] })
    var fields: [Place: Cell] = [:]
    let (rowPlaces, columnPlaces) = (rows.places, columns.places)
    for row in block.rows {
      guard let down = rowPlaces[Key(row[0])], let across = columnPlaces[Key(row[1])] else {
        continue
      }
      fields[Place(row: down, column: across)] = row[2]
    }
    self.fields = fields
  }

  /// Whether it can be read as a table: a wide grid with a field here and there cannot.
  var isReadable: Bool { columns.cells.count <= 60 }

  /// A cell as a key of a dictionary.
  fileprivate struct Key: Hashable {
    private let text: String

    init(_ cell: Cell) {
      text =
        switch cell {
        case .null: "-"
        case .text(let text): "t\(text)"
        case .integer(let number), .time(let number): "i\(number)"
        case .real(let number): "r\(number)"
        case .quantity(let cell, _): "q\(cell.number ?? 0)"
        case .boolean(let isTrue): "b\(isTrue)"
        case .list(let texts): "l\(texts)"
        case .passage(let passage): "p\(passage.text)"
        }
    }
  }
}
