import Search
import TestSupport
import Testing
import Text

/// No text, however odd, reaches SQLite or FTS5 as syntax.
@Suite struct SearchFuzzTests {
  private static let pieces = [
    " ", " ", " ", "the", "ship", "größe", "東京", "京", "C++", "OR", "AND", "NOT", "NEAR/3", "NEAR",
    "|", "-", "(", ")", "\"", "“", "*", ":", "^", "+", "{", "}", "'", "\\", ";", "--", "\u{1}",
    "\u{2}0",
    "from:ana", "from:stone", "in:news", "kind:direct", "type:system", "is:deleted", "has:file",
    "likes:>1", "on:2018-03-20", "before:2018-03-22", "newer:7d", "subject:the",
    "subject:\"a \"\"b\"",
    "exact:the", "exact:\"Größe +\"", "sub:he", "sub:\"e s\"", "ships", "shipping NEAR/2 plans",
    "ext:pdf", "file:\"the plan\"", "file:sh*", "thread:x", "id:x", "mentions:bob", "is:unanswered",
    "S1",
    "rowid:1", "content:x", "terms", "item_fts", "\u{0}", "x\u{301}", "👍🏽", "!!!", "...", "sh*",
    "a*b",
  ]

  @Test func anyTextIsAnsweredOrExplained() throws {
    let index = try TemporaryIndex(
      .random(seed: 9, itemCount: 80),
      languages: Languages([.english, .german])
    )
    let engine = try SearchEngine(path: index.path)
    var random = SeededGenerator(seed: 21)
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...10, using: &random))
        .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      do {
        let query = try Query(parsing: text, at: .berlin)
        let order = SearchOrder.allCases.randomElement(using: &random) ?? .newest
        let answer = try engine.search(SearchRequest(query: query, order: order, limit: 5))
        #expect(answer.hits.isEmpty == (answer.emptyCause != nil), "\(text.debugDescription)")
      } catch is QueryError {
        continue
      } catch {
        Issue.record("\(text.debugDescription): \(error)")
      }
    }
  }

  /// Nesting to the stated depth, with and, or and not by turns, and thousands of terms.
  @Test func deepAndLongQueriesAreAnswered() throws {
    let index = try TemporaryIndex(
      .random(seed: 9, itemCount: 80),
      languages: Languages([.english, .german])
    )
    let engine = try SearchEngine(path: index.path)
    let depth = Query.depthLimit
    var texts: [String] = []
    for (open, close) in [
      ("(the OR (ship ", "))"), ("-(ship ", ")"), ("the -(", ")"), ("(is:liked OR -(ship ", "))"),
      ("(is:liked (the OR ", "))"),
    ] {
      let levels = depth / open.count { $0 == "(" || $0 == "-" }
      texts.append(
        String(repeating: open, count: levels) + "plan" + String(repeating: close, count: levels)
      )
    }
    for term in ["a ", "-a ", "a OR ", "from:ana ", "-from:ana ", "on:2018 ", "likes:1 OR a OR "] {
      let count = (Query.lengthLimit - 3) / term.utf8.count
      texts.append(String(repeating: term, count: count) + "the")
    }
    for text in texts {
      let query = try Query(parsing: text, at: .berlin)
      #expect(throws: Never.self, "\(text.prefix(40))") {
        try engine.search(SearchRequest(query: query, limit: 5))
      }
    }
  }
}
