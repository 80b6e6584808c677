import Testing

@testable import Search

/// The platform's nested conditions as JSON.
@Suite struct FilterDocumentTests {
  private func tree(_ json: String) throws -> String {
    try FilterDocument(Array(json.utf8), at: .berlin).node.description
  }

  @Test func conditionsNestAndAreNegated() throws {
    let json = """
      {"connector": "AND", "conditions": [
        {"target": "CONVERSATION_TYPE", "comparator": "EQUALS", "values": ["GROUP", "COMMUNITY"]},
        {"connector": "OR", "not": true, "conditions": [
          {"target": "label_id", "values": ["l-1"]},
          {"target": "TOPIC", "comparator": "CONTAINS", "values": ["go live"]}]},
        {"target": "CREATOR", "comparator": "NOT_EQUALS", "values": ["ana"]}]}
      """
    #expect(
      try tree(json) == """
        (and (or (kind group) (kind community)) \
        (not (or (label "l-1") (topic (phrase "go live")))) (not (from "ana")))
        """
    )
    #expect(
      try tree(#"{"target": "MEMBER", "values": ["ana"], "not": true}"#) == #"(not (member "ana"))"#
    )
  }

  @Test(arguments: [
    ("[1]", "the document: it is not a JSON object"),
    ("{", "the document: it is not a JSON object"),
    ("{}", "the document: it has no 'target' and no 'conditions'"),
    (#"{"conditions": []}"#, "the document: 'conditions' is empty"),
    (
      #"{"connector": "XOR", "conditions": [{"target": "DATE", "values": ["2018"]}]}"#,
      "the document: 'connector' is AND or OR, not 'XOR'"
    ),
    (
      #"{"conditions": [{"conditions": [{"target": "DATE", "values": ["soon"]}]}]}"#,
      "conditions[0].conditions[0]: 'date:' needs a date, not 'soon'; for example "
        + "2026, 2026-03, 2026-W12, 2026-03-05, 2026-03-05T14:30 or yesterday"
    ),
    (#"{"conditions": [{"target": "DATE"}]}"#, "conditions[0]: it has no 'values'"),
    (#"{"target": "DATE", "values": [3]}"#, "values[0]: it is not a text"),
  ])
  func whatIsWrongIsNamedWithItsPlace(json: String, message: String) {
    let error = #expect(throws: FilterDocumentError.self) { try tree(json) }
    #expect(error?.description == message)
  }

  @Test func depthIsBounded() {
    let json =
      String(repeating: #"{"conditions": ["#, count: 60) + "{}" + String(repeating: "]}", count: 60)
    let error = #expect(throws: FilterDocumentError.self) { try tree(json) }
    #expect(error?.reason == "it nests deeper than 50")
  }
}
