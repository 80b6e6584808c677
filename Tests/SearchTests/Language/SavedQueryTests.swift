import Testing

@testable import Search

/// Saved queries: what their files may say, and what a run may set.
@Suite struct SavedQueryTests {
  private func saved(_ lines: String) throws(SavedQueryError) -> SavedQuery {
    try SavedQuery(parsing: lines, name: "n", file: "n.query")
  }

  @Test func placesTakeTheirValues() throws {
    let query = try saved(
      """
      parameter: wait = 2d
      parameter: person
      query: is:unanswered older:{{wait}} from:"{{person}}" -older:{{wait}}
      format: csv
      """
    )
    #expect(query.format == "csv")
    #expect(query.parameters.map(\.name) == ["wait", "person"])
    #expect(
      try query.query(setting: ["person": "Ana = Bo"])
        == #"is:unanswered older:2d from:"Ana = Bo" -older:2d"#
    )
    #expect(
      try query.query(setting: ["person": "x", "wait": "{{person}}"])
        == #"is:unanswered older:{{person}} from:"x" -older:{{person}}"#
    )
  }

  @Test(arguments: [
    ("parameter: x = 1\nquery: a", "n.query:1: the query does not use '{{x}}'"),
    (
      "query: a {{x}}",
      "n.query:1: the query uses '{{x}}', and no line 'parameter: x = …' says what it is"
    ),
    (
      "parameter: a b = 1\nquery: a",
      "n.query:1: 'a b = 1' is no parameter; write 'parameter: name = value'"
    ),
    (
      "parameter: x = 1\nparameter: x = 2\nquery: {{x}}",
      "n.query:2: 'parameter: x' stands here a second time"
    ),
    ("query: a\nquery: b", "n.query:2: 'query' stands here a second time"),
  ])
  func wrongFilesAreNamedWithTheirLine(text: String, message: String) {
    let error = #expect(throws: SavedQueryError.self) { try saved(text) }
    #expect(error?.description == message)
  }

  @Test func wrongSettingsAreNamed() throws {
    let query = try saved("parameter: wait\nquery: older:{{wait}}")
    func message(_ values: [String: String]) -> String? {
      let error = #expect(throws: SavedQueryError.self) { try query.query(setting: values) }
      return error?.description
    }
    #expect(
      message([:]) == "n.query: the parameter 'wait' has no value; give one with --set wait=…"
    )
    #expect(message(["wiat": "1"]) == "n.query: it has no parameter 'wiat'; it has wait")
    #expect(
      message(["wait": "1\" OR x"])
        == "n.query: the value of 'wait' may not hold a double quote"
    )
  }

  /// Every query that Trawl brings along reads with its own values.
  @Test func shippedQueriesRead() throws {
    let library = SavedQueryLibrary(folders: [])
    #expect(library.names.count >= 10)
    for name in library.names {
      let saved = try library.query(named: name)
      let query = try Query(parsing: saved.query(setting: [:]), at: .berlin)
      #expect(query.root.kind != .everything && !saved.summary.isEmpty, "\(name)")
    }
  }
}
