import Output

/// Writes tables: numbers to the right, times marked as such, a column of names as the rows' headings.
struct HTMLTable {
  let text: ReadableText

  /// Writes a table, and how many rows it leaves out.
  ///
  /// - Parameters:
  ///   - table: What to write.
  ///   - title: What it is called for those who do not see the heading above it.
  ///   - html: Where it goes.
  func write(_ table: ReadableTable, title: String, to html: inout Markup) {
    // What only programs need goes last.
    let order =
      table.columns.indices.filter { !table.columns[$0].isForPrograms }
      + table.columns.indices.filter { table.columns[$0].isForPrograms }
    // A region that scrolls by itself has to be in reach of the keyboard.
    html.element(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": title]
    ) {
      html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for column in order.map({ table.columns[$0] }) {
              html.element(
                "th",
                ["scope": "col", "class": style(column)],
                text: heading(column.name)
              )
            }
          }
        }
        html.endLine()
        html.element("tbody") { html in
          // The first column that tells a reader anything names the row.
          let name = table.columns.firstIndex(where: \.namesRows)
          for row in table.rows {
            html.element("tr") { html in
              for index in order {
                write(row[index], table.columns[index], isName: index == name, &html)
              }
            }
            html.endLine()
          }
        }
      }
    }
    guard table.rest > 0 else { return }
    let rows = table.rest == 1 ? "row" : "rows"
    let rest = text.text(of: Cell(table.rest))
    html.element("p", ["class": "rest"], text: "And \(rest) more \(rows); CSV and JSON have all.")
  }

  private func style(_ column: Column) -> String? {
    column.alignment == .trailing ? "number" : column.isForPrograms ? "id" : nil
  }

  private func write(_ cell: Cell, _ column: Column, isName: Bool, _ html: inout Markup) {
    func content(_ html: inout Markup) {
      switch cell {
      case .null: break
      case .time(let milliseconds):
        let time = text.zone.civilTime(at: milliseconds)
        html.element("time", ["datetime": time.iso], text: time.short)
      default: html.add(text.text(of: cell))
      }
    }
    if isName {
      html.element("th", ["scope": "row", "class": style(column)], content)
    } else {
      html.element("td", ["class": style(column)], content)
    }
  }
}

extension Column {
  /// Whether its values are the API's ids, which say nothing to a reader.
  fileprivate var isForPrograms: Bool { name.hasSuffix("Id") }

  /// Whether its values can be the headings of their rows.
  fileprivate var namesRows: Bool {
    alignment == .leading && !isForPrograms && !name.hasSuffix("Time")
  }
}
