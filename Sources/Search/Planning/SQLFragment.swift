internal import SQLite

/// A piece of SQL with the values for its parameters, in order.
struct SQLFragment: Equatable {
  var text: String
  var values: [Value]

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
    return SQLFragment(
      "(" + fragments.map(\.text).joined(separator: sign) + ")",
      fragments.flatMap(\.values)
    )
  }

  /// `column IN (?, ?)`.
  static func isOne(of ids: [Int64], _ column: String) -> SQLFragment {
    ids.count == 1
      ? SQLFragment("\(column) = ?", [.integer(ids[0])])
      : SQLFragment(
        "\(column) IN (\(ids.map { _ in "?" }.joined(separator: ", ")))",
        ids.map(Value.integer)
      )
  }

  static func += (left: inout SQLFragment, right: SQLFragment) {
    left.text += right.text
    left.values += right.values
  }
}
