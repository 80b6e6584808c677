import TestSupport
import Testing

@testable import Reports

/// Every sentence about a file that is wrong, with its place.
@Suite struct DefinitionErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let sentence: String

    var testDescription: String { sentence }
  }

  /// A file whose front matter is right and whose rest is `body`.
  private static func file(_ body: String) -> String { "---\ntitle: T\n---\n" + body }
  /// A file whose front matter has the line `line` too.
  private static func front(_ line: String) -> String {
    "---\ntitle: T\n\(line)\n---\n```sql name=a\nSELECT 1\n```"
  }

  static let frontMatter = [
    Case(
      text: "# Title",
      sentence: "r.md:1: a report begins with a line '---', 'title: …' and a line '---'"
    ),
    Case(
      text: "",
      sentence: "r.md:1: a report begins with a line '---', 'title: …' and a line '---'"
    ),
    Case(
      text: "---\ntitle: T\n",
      sentence: "r.md:1: the front matter is not ended by a line '---'"
    ),
    Case(text: "---\ntitle:\n---\n", sentence: "r.md:3: the front matter has no title"),
    Case(
      text: front("words"),
      sentence: "r.md:3: a line of the front matter is written 'key: value'"
    ),
    Case(
      text: front("- week: week"),
      sentence: "r.md:3: a line of the front matter is written 'key: value'"
    ),
    Case(
      text: front("titel: x"),
      sentence: "r.md:3: unknown key 'titel'; "
        + "the front matter has title, description and parameters"
    ),
    Case(text: front("title: U"), sentence: "r.md:3: 'title' stands here a second time"),
  ]

  static let parameters = [
    Case(
      text: front("parameters: week"),
      sentence: "r.md:3: a parameter is written '- name: kind' or '- name: kind = value'"
    ),
    Case(
      text: front("parameters:\n- week"),
      sentence: "r.md:4: a parameter is written '- name: kind' or '- name: kind = value'"
    ),
    Case(
      text: front("parameters:\n- week: = last"),
      sentence: "r.md:4: a parameter is written '- name: kind' or '- name: kind = value'"
    ),
    Case(
      text: front("parameters:\n- w: weak"),
      sentence: """
        r.md:4: unknown kind 'weak'; a parameter is of kind week, month, period, person, conversation, \
        query, integer or text
        """
    ),
    Case(
      text: front("parameters:\n- w: week = 2018-W99"),
      sentence: "r.md:4: '2018-W99' is no value of kind week"
    ),
    Case(
      text: front("parameters:\n- n: integer = 1.5"),
      sentence: "r.md:4: '1.5' is no value of kind integer"
    ),
    Case(
      text: front("parameters:\n- a: week\n- b: week"),
      sentence: "r.md:5: a report has one period, and another parameter sets it"
    ),
    Case(
      text: front("parameters:\n- w: text\n- W: text"),
      sentence: "r.md:5: the name 'W' is taken"
    ),
    Case(
      text: front("parameters:\n- timezone: text"),
      sentence: "r.md:4: the name 'timezone' is taken"
    ),
    Case(
      text: front("parameters:\n- 1st: text"),
      sentence: "r.md:4: '1st' is no name; a name is a letter, then letters, digits and '_'"
    ),
  ]

  static let blocks = [
    Case(text: file("Only words."), sentence: "r.md:4: the report has no block of SQL"),
    Case(
      text: file("\n```sql name=a\nSELECT 1\n"),
      sentence: "r.md:5: the fence that opens here is not closed"
    ),
    Case(
      text: file("```sql totals\nSELECT 1\n```"),
      sentence: "r.md:4: 'totals' after 'sql' is not written key=value or key=\"value\""
    ),
    Case(
      text: file("```sql name=a title=\"b c\nSELECT 1\n```"),
      sentence: "r.md:4: 'title=\"b' after 'sql' is not written key=value or key=\"value\""
    ),
    Case(
      text: file("```sql name=a color=red\nSELECT 1\n```"),
      sentence:
        "r.md:4: unknown key 'color' after 'sql'; a block has name, show, title, rows and group"
    ),
    Case(
      text: file("```sql name=a name=b\nSELECT 1\n```"),
      sentence: "r.md:4: 'name' stands here a second time"
    ),
    Case(text: file("```sql\nSELECT 1\n```"), sentence: "r.md:4: a block needs a name: sql name=…"),
    Case(
      text: file("```sql name=../a\nSELECT 1\n```"),
      sentence: "r.md:4: '../a' is no name; a name is a letter, then letters, digits and '_'"
    ),
    Case(
      text: file("```sql name=a\nSELECT 1\n```\n```sql name=A\nSELECT 1\n```"),
      sentence: "r.md:7: the name 'A' is taken"
    ),
    Case(
      text: file("```sql name=a show=pie\nSELECT 1\n```"),
      sentence: "r.md:4: block 'a': unknown presentation 'pie'; "
        + "a block can show=table, bar, line, stacked, number or heatmap"
    ),
    Case(
      text: file("```sql name=a rows=0\nSELECT 1\n```"),
      sentence: "r.md:4: block 'a': rows=0 is no number from 1 on"
    ),
    Case(
      text: file("```sql name=a\n \n```"),
      sentence: "r.md:4: block 'a': there is no SQL in it"
    ),
  ]

  static let values = [
    Case(
      text: file("```sql name=a\nSELECT 1\n```\nIt is {{a.b} }."),
      sentence: "r.md:7: '{{' is not closed by '}}' in its line; write '\\{{' for the braces"
    )
  ]

  @Test(arguments: [frontMatter, parameters, blocks, values].flatMap { $0 })
  func whatIsWrongIsSaidWithItsPlace(_ test: Case) {
    let error = #expect(throws: DefinitionError.self) {
      try ReportDefinition(parsing: test.text, name: "r", file: "r.md")
    }
    #expect(error?.description == test.sentence)
  }

  @Test(arguments: ["b", "b.x", "a", "a.", ".a", "a.b.c.d", "period.name", "period", ""])
  func valuesThatTheReportHasNotAreNamed(_ value: String) {
    let error = #expect(throws: DefinitionError.self) {
      try ReportDefinition(
        parsing: Self.file("{{\(value)}}\n```sql name=a\nSELECT 1\n```"),
        name: "r",
        file: "r.md"
      )
    }
    #expect(error?.line == 4)
    #expect(error?.problem == .unknownValue(value))
    #expect(error?.description.hasPrefix("r.md:4: '{{\(value)}}' is no parameter") == true)
  }

  @Test func noTextBreaksTheParser() {
    var random = SeededGenerator(seed: 7)
    let words = [
      "---", "\n", "\n", "\n", "title: T", "parameters:", "- w: week = last", "```sql name=a",
      "```",
      "~~~", "{{", "}}", "\\{{", "a.b", "\"", "=", "SELECT 1", " ", "\u{301}", "\r\n", "ع",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...25, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined()
      let prefix = Bool.random(using: &random) ? "---\ntitle: T\n---\n" : ""
      _ = try? ReportDefinition(parsing: prefix + text, name: "r", file: "r.md")
    }
  }
}
