import Foundation
import SQLite
import Testing

@testable import Search

@Suite struct SearchPlanTests {
  private let index: TemporaryIndex
  private let engine: SearchEngine

  init() throws {
    index = try TemporaryIndex(.random(seed: 4, itemCount: 50))
    engine = try SearchEngine(path: index.path)
  }

  private func plan(_ text: String) throws -> SearchPlan {
    let query = try Query(parsing: text, at: LocalClock(timeZone: .gmt, now: 0))
    return try engine.plan(for: engine.resolve(query))
  }

  @Test(arguments: [
    ("ship", #""ship""#),
    ("ship sail", #"("ship" AND "sail")"#),
    ("ship -sail", #"("ship" NOT "sail")"#),
    ("ship from:ana", #"("ship" AND "S1")"#),
    ("ship (sail OR roll*)", #"("ship" AND ("sail" OR "roll" *))"#),
    ("from:ana from:bob the", #"(("S1" OR "S2") AND "the")"#),
    ("foo-bar C++", #"("foo bar" AND "c++")"#),
    ("\"say \"\"hi\"", #"("say" AND "hi")"#),
    ("subject:ship", #"subject : "ship""#),
    ("a NEAR/2 b", #"NEAR("a" "b", 2)"#),
    ("file:plan* ext:PDF", #"("Nplan" * AND "Epdf")"#),
    ("has:link is:reply", #"("Xlink" AND "Xreply")"#),
    ("ship likes:>3", #""ship""#),
    ("in:news kind:group", #""C3""#),
  ])
  func wordsAndScopesAreOneQuestion(text: String, match: String) throws {
    #expect(try plan(text).match?.printed == match)
  }

  @Test(arguments: ["-ship", "likes:>3", "ship OR likes:>3", "kind:group", "-from:ana", ""])
  func whatTheIndexCannotDriveIsTestedRowByRow(text: String) throws {
    #expect(try plan(text).match == nil)
  }

  /// A sorter would read every match before the first row came out.
  @Test(arguments: [
    "the", "the -ship", "from:ana the on:2018-03-20", "the likes:>3 kind:group is:flagged",
    "kind:direct", "", "-the", "is:thread",
  ])
  func rowsComeInOrderWithoutASort(text: String) throws {
    for order in [SearchPlan.RowOrder.descending, .ascending] {
      let sql = try plan(text).select("i.id", order: order)
      let steps = try engine.connection.rows("EXPLAIN QUERY PLAN " + sql.text, sql.values) { row in
        row.text(at: 3) ?? ""
      }
      #expect(!steps.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(steps)")
    }
  }

  @Test func datesBoundTheRowids() throws {
    let plan = try plan("the on:2018-03-20 before:2018-03-20T12:00")
    let start = Tenant.start * 8
    #expect(plan.rowids?.lowerBound == start)
    #expect(try #require(plan.rowids?.upperBound) >= start + 43_200_000 * 8 - 1)
    #expect(try self.plan("on:2018-03-20 on:2018-03-22").isEmpty)
  }

  @Test func theExplanationIsReadable() throws {
    let query = try Query(
      parsing: "ship from:ana likes:>3 on:2018",
      at: LocalClock(timeZone: .gmt, now: 0)
    )
    let explanation = try engine.explanation(of: query)
    #expect(
      explanation.tree.description.hasPrefix(
        #"(and (word "ship") (from "ana") (likes 4..) (created 2018-01-01T"#
      )
    )
    #expect(explanation.driver == "by postings")
    #expect(explanation.match == #"("ship" AND "S1")"#)
    #expect(explanation.tests.contains("i.likes >= 4"))
    let lines = explanation.description.split(separator: "\n")
    #expect(lines.allSatisfy { $0.contains(" ") } && !explanation.description.contains("\u{1}"))
  }
}
