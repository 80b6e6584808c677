internal import SQLite

/// Names that mean accounts, what belongs to them, or whose they are.
extension NameDirectory {
  /// The person of the accounts that are set up.
  ///
  /// - Throws: `QueryError` with `range` when that is nobody or several, `SQLiteError`.
  func me(at range: Range<Int>) throws -> (id: Int64, wireID: String) {
    let people = try connection.rows(
      """
      SELECT u.id, u.user_id, clean_text(coalesce(u.display_name, '')), clean_text(u.email) FROM user u
      WHERE u.id IN (SELECT user FROM account WHERE configured = 1) ORDER BY u.display_name, u.id
      """
    ) { row in
      (
        id: row.integer(at: 0),
        candidate: NameCandidate(
          id: row.text(at: 1) ?? "",
          name: row.text(at: 2) ?? "",
          detail: row.text(at: 3)
        )
      )
    }
    guard let first = people.first else { throw QueryError(.noAccount, range) }
    guard people.count == 1 else {
      throw QueryError(.severalAccounts(people.map(\.candidate)), range)
    }
    return (first.id, first.candidate.id)
  }

  /// The labels that a text means: by id, by text, or by the unique beginning of a text.
  ///
  /// A label is its account's own, so that several may have the same text: then all of them.
  ///
  /// - Throws: `QueryError` with `range` when there is none or several texts begin so, `SQLiteError`.
  func labels(_ text: String, at range: Range<Int>) throws -> [Int64] {
    let texts = "SELECT id, label_id, clean_text(coalesce(value, '')) FROM label"
    func found(_ condition: String, _ value: String) throws -> [(id: Int64, label: NameCandidate)] {
      try connection.rows("\(texts) WHERE \(condition) ORDER BY value, id", [.text(value)]) { row in
        let label = NameCandidate(
          id: row.text(at: 1) ?? "",
          name: row.text(at: 2) ?? "",
          detail: nil
        )
        return (row.integer(at: 0), label)
      }
    }
    for condition in ["label_id = ?", "value = ? COLLATE NOCASE"] {
      let labels = try found(condition, text)
      if !labels.isEmpty { return labels.map(\.id) }
    }
    let beginning = try found("substr(lower(value), 1, length(?1)) = lower(?1)", text)
    guard !beginning.isEmpty else {
      let known = try connection.rows("SELECT DISTINCT clean_text(value) FROM label LIMIT 1000") {
        $0.text(at: 0) ?? ""
      }
      let hint = nearestWord(to: text, among: known).map { QueryError.Hint.suggestions([$0]) }
      throw QueryError(.unknownName(text, kind: "label"), range, hint: hint)
    }
    guard Set(beginning.map { $0.label.name.lowercased() }).count == 1 else {
      throw QueryError(.ambiguousName(text, candidates: beginning.map(\.label)), range)
    }
    return beginning.map(\.id)
  }

  /// The accounts that a text means: by their own name, or by whose they are.
  ///
  /// - Throws: `QueryError` with `range` when there is none, `SQLiteError`.
  func accounts(_ text: String, at range: Range<Int>) throws -> [Int64] {
    func found(_ condition: String, _ value: Value) throws -> [Int64] {
      try connection.rows("SELECT id FROM account WHERE \(condition) ORDER BY id", [value]) {
        $0.integer(at: 0)
      }
    }
    let named = try found("name = ? COLLATE NOCASE", .text(text))
    if !named.isEmpty { return named }
    if case .one(let person, _) = try find(.person, named: text) {
      let owned = try found("user = ?", .integer(person))
      if !owned.isEmpty { return owned }
    }
    let known = try connection.rows("SELECT DISTINCT clean_text(name) FROM account ORDER BY name") {
      $0.text(at: 0) ?? ""
    }
    let hint = known.isEmpty ? nil : QueryError.Hint.choices(known)
    throw QueryError(.unknownName(text, kind: "account"), range, hint: hint)
  }
}
