import Foundation
import Search
import Testing

@Suite struct QueryTests {
  private func failure(_ text: String) -> QueryError? {
    #expect(throws: QueryError.self) { try Query(parsing: text, at: .berlin) }
  }

  @Test func nestingIsReadToTheStatedDepth() throws {
    let limit = Query.depthLimit
    let deep = String(repeating: "(", count: limit) + "a" + String(repeating: ")", count: limit)
    #expect(try Query(parsing: deep, at: .berlin).root.description == #"(word "a")"#)
    let error = failure("(\(deep))")
    #expect(error?.range == limit..<limit + 1)
    #expect(error?.description == "more than 50 parentheses and negations inside one another")
    #expect(failure(String(repeating: "NOT ", count: 4000) + "a")?.kind == .tooDeep(limit: limit))
    #expect(failure(String(repeating: "-(", count: 4000))?.kind == .tooDeep(limit: limit))
  }

  @Test func lengthIsReadToTheStatedLimit() throws {
    let longest = String(repeating: "é ", count: Query.lengthLimit / 3) + "a"
    #expect(longest.utf8.count == Query.lengthLimit)
    #expect(throws: Never.self) { try Query(parsing: longest, at: .berlin) }
    let error = failure(longest + "b")
    #expect(error?.description == "the query is 16385 bytes long, and 16384 is the most")
  }

  @Test func messagesHoldNoControlCharactersAndAreCut() {
    let error = failure("is:\u{1B}")
    #expect(error == nil || error?.description.contains("\u{1B}") == false)
    let hostile = failure("kind:a\u{202E}b")
    #expect(hostile?.description.hasPrefix(#"'kind:' does not take 'a\u{202e}b'"#) == true)
    let long = failure("on:" + String(repeating: "x", count: 1000))
    #expect(long?.description.contains("'" + String(repeating: "x", count: 40) + "…'") == true)
  }

  @Test func filtersOfOptionsNarrowAQuery() throws {
    let query = try Query(parsing: "a OR from:cara", at: .berlin)
    let filters = try [
      QueryNode(key: .from, value: "ana", at: .berlin),
      QueryNode(key: .conversation, value: "Lisbon rollout", at: .berlin),
      QueryNode(key: .from, value: "bob", at: .berlin),
    ]
    #expect(
      try query.narrowed(by: filters).root.description == """
        (and (or (word "a") (from "cara")) (or (from "ana") (from "bob")) (in "Lisbon rollout"))
        """
    )
    let everything = try Query(parsing: "", at: .berlin)
    #expect(try everything.narrowed(by: [filters[0]]).root.description == #"(from "ana")"#)
    #expect(try everything.narrowed(by: []).root.description == "(everything)")
  }

  @Test func optionsFailLikeKeys() {
    let error = #expect(throws: QueryError.self) {
      try QueryNode(key: .on, value: "soon", at: .berlin)
    }
    #expect(error?.range == 0..<4)
    #expect(throws: QueryError.self) { try QueryNode(key: .from, value: " ", at: .berlin) }
    #expect(throws: QueryError.self) { try QueryNode(key: .size, value: "big", at: .berlin) }
  }
}
