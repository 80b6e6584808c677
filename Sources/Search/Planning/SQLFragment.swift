internal import SQLite

/// A piece of SQL with the values for its parameters, in order.
struct SQLFragment: Equatable {
  var text: String
  var values: [Value]
  /// How deep parentheses nest in it.
  private(set) var depth = 0

  init(_ text: String, _ values: [Value] = []) {
    self.text = text
    self.values = values
  }

  /// The fragments in parentheses with `sign` between them.
  ///
  /// Many are halved into further parentheses: SQLite allows a chain to be 1,000 deep, and thousands
  /// of terms fit into a query.
  static func joined(_ fragments: [SQLFragment], by sign: String) -> SQLFragment {
    guard fragments.count <= 100 else {
      let middle = fragments.count / 2
      let halves = [fragments[..<middle], fragments[middle...]]
      return joined(halves.map { joined(Array($0), by: sign) }, by: sign)
    }
    // SQLite's parser has a stack of 100: `(((x) AND y) OR z)` takes one place a level where
    // `(z OR (y AND (x)))` takes three, so where it is deep the deepest goes first.
    let depth = fragments.map(\.depth).max() ?? 0
    let ordered = depth < shallow ? fragments : fragments.sorted { $0.depth > $1.depth }
    var whole = SQLFragment(
      "(" + ordered.map(\.text).joined(separator: sign) + ")",
      ordered.flatMap(\.values)
    )
    whole.depth = depth + 1
    return whole
  }

  /// The opposite of a condition that is never NULL.
  static func not(_ fragment: SQLFragment) -> SQLFragment {
    var negated = fragment
    negated.text =
      fragment.depth < shallow ? "NOT \(fragment.text)" : "(\(fragment.text)) = 0"
    negated.depth += 1
    return negated
  }

  /// Up to which depth the text is as one would write it.
  private static let shallow = 10

  /// `column IN (?, ?)`.
  static func isOne(of ids: [Int64], _ column: String) -> SQLFragment {
    ids.count == 1
      ? SQLFragment("\(column) = ?", [.integer(ids[0])])
      : SQLFragment(
        "\(column) IN (\(ids.map { _ in "?" }.joined(separator: ", ")))",
        ids.map(Value.integer)
      )
  }

  /// The text with its values in place, for people to read.
  var printed: String {
    var values = values[...]
    return text.split(separator: "?", omittingEmptySubsequences: false).reduce(into: "") {
      whole,
      part in
      if !whole.isEmpty || part.startIndex > text.startIndex {
        switch values.popFirst() {
        case .integer(let number): whole += "\(number)"
        case .real(let number): whole += "\(number)"
        case .text(let value): whole += value.replacing("\u{1}", with: "").quotedForPrinting
        case .blob, .null, nil: whole += "?"
        }
      }
      whole += part
    }
  }

  static func += (left: inout SQLFragment, right: SQLFragment) {
    left.text += right.text
    left.values += right.values
  }
}
