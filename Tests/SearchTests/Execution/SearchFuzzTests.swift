import Foundation
import TestSupport
import Testing
import Text

@testable import Search

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

  /// What people do write, to be mutated.
  private static let queries = [
    "from:ana (ship OR sail) -draft", "\"the ship\" NEAR/3 plan*", "scope:FILES plan* -ext:pdf",
    "with:cara before:2018-03-22", "member:ana member:bob kind:group",
    "label:launch is:flagged the",
    "liked-by:bob flagged-by:ana likes:>=1", "mime:application/* size:>1M..",
    "topic:\"lisbon rollout\"",
    "scope:all ship*", "scope:members ana \"bob stone\"", "is:unanswered newer:10y -(a | b)",
    "date:2018-03-20..2018-W12 replies:0..3", "C++ #tag foo_bar user@host don't",
    "account:first in:news",
  ]

  /// How many queries are tried: 20,000, or as many as `make fuzz` wants.
  private static let count = Int(ProcessInfo.processInfo.environment["TRAWL_FUZZ"] ?? "") ?? 20_000
  private static let isLong = count > 20_000
  private static let shards = 8

  private static func text(using random: inout SeededGenerator) -> String {
    guard Int.random(in: 0..<3, using: &random) > 0 else {
      return (0..<Int.random(in: 1...10, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    var scalars = Array((queries.randomElement(using: &random) ?? "").unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let piece = (pieces.randomElement(using: &random) ?? "").unicodeScalars
      switch Int.random(in: 0..<5, using: &random) {
      case 0: scalars.insert(contentsOf: piece, at: place)
      case 1: scalars.removeSubrange(place..<min(scalars.count, place + 3))
      case 2: scalars = Array(scalars[place...] + scalars[..<place])
      case 3: scalars += Array((queries.randomElement(using: &random) ?? "").unicodeScalars)
      default:
        let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random))
        scalars.insert(scalar ?? "?", at: place)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: 0..<shards)
  func anyTextIsAnsweredOrExplained(shard: Int) throws {
    let index = try TemporaryIndex(
      .random(seed: 9, itemCount: 40),
      languages: Languages([.english, .german])
    )
    let engine = try SearchEngine(path: index.path)
    engine.windowSize = 10
    var random = SeededGenerator(seed: UInt64(21 + shard))
    for _ in 0..<(Self.count / Self.shards) {
      let text = Self.text(using: &random)
      let order = SearchOrder.allCases.randomElement(using: &random) ?? .newest
      let start = ContinuousClock.now
      do {
        let query = try Query(parsing: text, at: .berlin)
        let answer = try engine.search(SearchRequest(query: query, order: order, limit: 5))
        if query.scope.rows == .items {
          #expect(answer.hits.isEmpty == (answer.emptyCause != nil), "\(text.debugDescription)")
        }
      } catch is QueryError {
        continue
      } catch {
        Issue.record("\(text.debugDescription): \(error)")
      }
      // Where only this runs, what takes so long hangs.
      let time = ContinuousClock.now - start
      #expect(!Self.isLong || time < .seconds(5), "\(text.debugDescription) took \(time)")
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
