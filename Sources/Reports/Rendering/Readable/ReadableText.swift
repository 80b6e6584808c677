import Output

/// Values as people read them, as plain text that is yet to be escaped.
struct ReadableText {
  let zone: Zone
  /// Whether long numbers are grouped by threes: `5 430`.
  var groupsDigits = false

  /// The text of a value: times to the minute, a dash for none.
  func text(of cell: Cell) -> String {
    switch cell {
    case .null: "–"
    case .time(let milliseconds): zone.civilTime(at: milliseconds).short
    case .text(let text): text
    case .integer(let number): groupsDigits ? NumberText.grouped(number) : String(number)
    case .real(let number): groupsDigits ? NumberText.rounded(number) : number.description
    case .quantity(let cell, let measure): cell.number.map(measure.text) ?? "–"
    case .boolean(let isTrue): isTrue ? "yes" : "no"
    case .list(let texts): texts.joined(separator: ", ")
    case .passage(let passage): passage.text
    }
  }
}
