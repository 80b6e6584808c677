import Foundation
import Index
import Output
import SQLite
import Testing

@testable import Reports

/// What `--pseudonymise` and `--min-group` keep back, also from a definition that wants it.
@Suite struct PrivacyTests {
  private let test = OracleCase.all[1]

  private func runner(_ change: (inout ReportSetting) -> Void) throws -> ReportRunner {
    let snapshot = try #require(try OracleTenant.snapshots().last)
    return try TenantHistory.runner(of: snapshot.path, test, change)
  }

  /// What a report of the tests' tenant is told.
  private func arguments(_ definition: ReportDefinition) -> [String: String] {
    ["period": test.text, "person": "2", "conversation": "1"].filter { name, _ in
      definition.parameters.contains { $0.name == name }
    }
  }

  /// All that names or quotes has one of these in it: also as hexadecimal digits.
  private static let secrets = [
    TenantMaker.mark, "example.com", "00000000-0000-4000", "löng", "7175696c6c", "0000000000004000",
  ]

  private static func leaks(_ text: String) -> Bool {
    let text = text.lowercased()
    return secrets.contains { text.contains($0) }
  }

  /// A report in formats that show all of it.
  private func text(of result: ReportResult) throws -> String {
    let sink = MemorySink()
    try JSONRenderer.write(result, to: sink)
    try MarkdownRenderer.write(result, to: sink)
    return sink.text
  }

  @Test(arguments: ReportLibrary(folders: []).names)
  func codesStandForNamesAndNumbersStay(_ name: String) throws {
    let definition = try ReportLibrary(folders: []).definition(named: name)
    let plain = try runner { _ in }.run(definition, arguments(definition))
    let hidden = try runner { $0.isPseudonymised = true }.run(definition, arguments(definition))
    #expect(try Self.leaks(text(of: plain)))
    #expect(try !Self.leaks(text(of: hidden)))
    for (plain, hidden) in zip(plain.blocks, hidden.blocks) {
      #expect(hidden.rows.count == plain.rows.count)
      // In which order rows of the same ms come the ids say, which are hidden.
      let numbers = [plain, hidden].map { block in
        block.rows.map { "\($0.filter(\.isNumber))" }.sorted()
      }
      #expect(numbers[0] == numbers[1], "\(name) \(plain.name)")
    }
  }

  @Test(arguments: [
    "SELECT * FROM main.people", "SELECT * FROM main.user", "SELECT * FROM main.conversation",
    "SELECT * FROM main.conversations", "SELECT * FROM main.item_text", "SELECT * FROM main.items",
    "SELECT * FROM main.messages", "SELECT * FROM attachment", "SELECT * FROM main.files",
    "SELECT * FROM item_fts", "SELECT highlight(item_fts, 1, '', '') FROM item_fts('words')",
    "SELECT snippet(item_fts, -1, '', '', '', 9) FROM item_fts('words')",
    "SELECT * FROM item_fts_data", "SELECT * FROM item_fts_idx", "SELECT * FROM indexed_item",
    "SELECT * FROM item_key", "SELECT * FROM thread", "SELECT * FROM flag", "SELECT * FROM run",
    "SELECT * FROM absence", "SELECT * FROM dictionary", "SELECT * FROM sqlite_stat1",
    "SELECT * FROM sqlite_schema", "SELECT * FROM sqlite_temp_schema",
    "SELECT plain_text(content, form) FROM item_text",
    "SELECT CAST(content AS TEXT) FROM item_text",
    "SELECT group_concat(display_name), max(user_id) FROM user",
    "SELECT user_id FROM user INDEXED BY sqlite_autoindex_user_1 ORDER BY user_id",
    "SELECT first_value(name_key) OVER () FROM user", "VALUES ((SELECT topic FROM conversation))",
    "SELECT json_group_array(t) FROM (SELECT subject AS t FROM item_text)",
    "SELECT * FROM main.calls", "SELECT * FROM main.file_endings", "SELECT * FROM main.coverage",
    "SELECT * FROM period_items, person_items, conversation_messages, period_files, period_calls LIMIT 9",
    "WITH calls AS (SELECT * FROM item_text) SELECT * FROM calls",
    "WITH calls(a) AS MATERIALIZED (SELECT content FROM item_text) SELECT * FROM calls",
    "WITH file_endings AS (SELECT name FROM attachment) SELECT * FROM file_endings",
    "WITH gone_items AS (SELECT key FROM item_key) SELECT * FROM gone_items",
    "WITH people AS (SELECT * FROM user) SELECT * FROM people",
    "WITH RECURSIVE x(n) AS (SELECT display_name FROM user UNION SELECT n FROM x) SELECT * FROM x",
    "SELECT user_id FROM (SELECT 1 AS user_id WHERE 0) FULL JOIN user USING (user_id)",
    "SELECT user_id FROM (SELECT 1 AS user_id WHERE 0) LEFT RIGHT JOIN user USING (user_id)",
    "SELECT user_id FROM (SELECT 1 AS user_id WHERE 0) RIGHT JOIN user USING (user_id)",
    "SELECT * FROM (SELECT 1 AS user_id WHERE 0) NATURAL FULL OUTER JOIN user",
    "SELECT user_id FROM user LEFT JOIN (SELECT 1 AS user_id) USING (user_id)",
    "SELECT user_id FROM user NATURAL JOIN user AS other",
  ])
  func noSQLGetsRoundTheCodes(_ sql: String) throws {
    let definition = try ReportDefinition(
      parsing: """
        ---
        title: T
        parameters:
          - period: period = last-week
          - person: person
          - conversation: conversation
        ---
        ```sql name=a
        \(sql)
        ```
        """,
      name: "r",
      file: "r.md"
    )
    // What is asked for is there.
    let open = try runner { _ in }.run(definition, arguments(definition))
    #expect(!open.blocks[0].columns.isEmpty)
    do {
      let result = try runner { $0.isPseudonymised = true }
        .run(definition, arguments(definition))
      let texts = result.blocks[0].rows.joined().compactMap { cell in
        if case .text(let text) = cell { text } else { nil }
      }
      #expect(!texts.contains(where: Self.leaks))
    } catch is ReportError {
      // Refused: as good as hidden.
    }
  }

  /// Columns that can hold text, but none that names or quotes: a new one has to come here or be hidden.
  private static let harmless: [String: Set<String>] = [
    "account": ["scopes"], "meta": ["key", "value"], "run": ["command"], "user": ["type", "state"],
    "conversation": ["type"], "item": ["kind"], "item_block": ["items"],
    "daily_conversation": ["counts"], "daily_person": ["counts"], "attachment": ["mime_type"],
    "walk_page": ["digests"],
  ]

  @Test func everyColumnOfTheSchemaThatHoldsTextIsHiddenOrKnownToBeHarmless() throws {
    let snapshot = try #require(try OracleTenant.snapshots().last)
    let columns = try Store.reader(at: snapshot.path).rows(
      """
      SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name NOT LIKE 'item_fts%' AND t.name NOT LIKE 'sqlite_%'
        AND c.type IN ('TEXT', 'BLOB', 'ANY')
      """
    ) { ($0.text(at: 0) ?? "", $0.text(at: 1) ?? "") }
    #expect(columns.count > 30)
    for (table, column) in columns {
      let isHidden = Pseudonyms.columns[table]?.contains(column) == true
      let isHarmless = Self.harmless[table]?.contains(column) == true
      #expect(isHidden != isHarmless, "\(table).\(column)")
    }
  }

  @Test func aJoinThatCannotBeHiddenIsNamed() throws {
    let definition = try ReportDefinition(
      parsing: "---\ntitle: T\n---\n```sql name=a\nSELECT 1 FROM user a\nFull JOIN user b\n```",
      name: "r",
      file: "r.md"
    )
    let error = #expect(throws: ReportError.self) {
      try runner { $0.isPseudonymised = true }.run(definition)
    }
    #expect(
      error?.description
        == "r.md:4: block 'a': a report with codes for names cannot have FULL or RIGHT joins; write LEFT JOIN"
    )
  }

  @Test(arguments: ReportLibrary(folders: []).names, [2, 5])
  func groupsThatAreTooSmallAreAbsent(_ name: String, _ minimum: Int) throws {
    let definition = try ReportLibrary(folders: []).definition(named: name)
    let result = try runner { $0.minimumGroup = minimum }.run(definition, arguments(definition))
    let counts: Set = ["people", "givers", "authors", "participants"]
    for block in result.blocks where !block.rows.isEmpty {
      let columns = block.columns.map(\.name)
      // Whoever is named is alone.
      #expect(Self.naming.isDisjoint(with: columns), "\(name) \(block.name)")
      #expect(!columns.contains("itemId") && name != "person", "\(name) \(block.name)")
      let sizes = columns.indices.filter { counts.contains(columns[$0]) }
      if columns.contains("convId"), name != "coverage" {
        #expect(!sizes.isEmpty, "\(name) \(block.name)")
      }
      guard let size = sizes.first, !Self.spans.contains("\(name) \(block.name)") else { continue }
      for row in block.rows {
        if case .integer(let people) = row[size] { #expect(people >= minimum) }
      }
    }
  }

  /// Columns that say who somebody is.
  private static let naming: Set = [
    "userId", "creatorName", "creatorId", "flaggerName", "flaggerId", "giver", "giverId",
    "receiver", "receiverId",
  ]

  /// Blocks whose column `people` is no size of a group.
  private static let spans: Set = ["flags flaggers"]
}

extension Cell {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .real, .time, .quantity: true
    default: false
    }
  }
}
