internal import Index
internal import SQLite

extension SearchEngine {
  /// Looks for what an id means that is no item's.
  ///
  /// - Parameter id: An id, or its beginning.
  /// - Returns: What it means.
  /// - Throws: `SQLiteError`.
  public func meaning(ofForeignID id: String) throws -> ForeignID {
    let names = [
      ("SELECT clean_text(name) FROM conversations WHERE convId = ?", ForeignID.conversation),
      ("SELECT clean_text(name) FROM people WHERE userId = ?", ForeignID.person),
    ]
    for (sql, meaning) in names {
      if let name = try connection.text(sql, [.text(id)]) { return meaning(name) }
    }
    let flag = "SELECT 1 FROM flag WHERE item_id = ? AND item IS NULL LIMIT 1"
    if try connection.integer(flag, [WireID(id).value]) != nil { return .flaggedOnly }
    let similar = try itemIDs(beginningWith: id)
    return similar.isEmpty ? .unknown : .beginning(similar)
  }

  /// Some ids that begin with a text, which is long enough to mean something.
  private func itemIDs(beginningWith text: String) throws -> [String] {
    guard text.utf8.count >= 4 else { return [] }
    var ranges: [(WireID, WireID)] = [(.text(text), .text(text + "\u{10FFFF}"))]
    let digits = text.lowercased().filter { $0 != "-" }
    if digits.utf8.count <= 32, digits.allSatisfy(\.isHexDigit) {
      let bounds = ["0", "f"].map { fill in
        WireID(Self.dashed(digits + String(repeating: fill, count: 32 - digits.utf8.count)))
      }
      ranges.append((bounds[0], bounds[1]))
    }
    let sql = """
      SELECT wire_id(t.item_id) FROM item_key k CROSS JOIN item_text t ON t.id = k.item
      WHERE k.key BETWEEN ? AND ? AND t.item_id BETWEEN ? AND ? ORDER BY t.item_id LIMIT 3
      """
    return try ranges.flatMap { first, last in
      let keys = WireID.keys(from: first, through: last)
      return try connection.rows(
        sql,
        [.integer(keys.lowerBound), .integer(keys.upperBound), first.value, last.value]
      ) { $0.text(at: 0) ?? "" }
    }
  }

  /// A UUID in its usual form.
  private static func dashed(_ digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text += "-" }
      text.append(digit)
    }
    return text
  }
}
