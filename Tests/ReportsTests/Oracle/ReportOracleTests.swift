import Foundation
import Output
import SQLite
import Testing

@testable import Index
@testable import Reports

/// Every row of every shipped report against a recount in loops, before and after edits, moves and deletes.
@Suite struct ReportOracleTests {
  private func compare(
    _ report: String,
    _ test: OracleCase,
    _ arguments: [String: String] = [:],
    by runner: ReportRunner,
    _ tables: [Oracle.Table]
  ) throws {
    let definition = try ReportLibrary(folders: []).definition(named: report)
    var arguments = arguments
    arguments["most"] = String(test.most)
    let result = try runner.run(definition, arguments)
    #expect(result.blocks.map(\.name) == tables.map(\.name), "\(report)")
    for table in tables {
      guard let block = result.block(named: table.name) else { continue }
      #expect(block.columns.map(\.name) == table.columns, "\(report) \(table.name)")
      let differing = zip(block.rows, table.rows).first { $0 != $1 }
      let isSame = block.rows == table.rows
      #expect(
        isSame,
        """
        \(report) \(table.name): \(block.rows.count) rows, should have \(table.rows.count); \
        has \(differing.map { "\($0.0)" } ?? ""), should have \(differing.map { "\($0.1)" } ?? "")
        """
      )
    }
  }

  @Test(arguments: OracleCase.all)
  func everyNumberOfEveryReportIsThatOfARecount(_ test: OracleCase) throws {
    let place = OracleCase.all.firstIndex { $0.testDescription == test.testDescription } ?? 0
    // Before edits in every other case, which takes a third of the time.
    let snapshots =
      try OracleTenant.snapshots().suffix(place.isMultiple(of: 2) ? 2 : 1)
      + (place < 3 ? OracleTenant.plainSnapshots() : [])
    for snapshot in snapshots {
      let zoned = ZonedTenant(snapshot.model, in: test.timeZone)
      let oracle = Oracle(zoned, test.span, most: test.most)
      let runner = try TenantHistory.runner(of: snapshot.path, test)
      let period = ["period": test.text]
      try compare("weekly-activity", test, period, by: runner, oracle.weeklyActivity())
      try compare("tenant", test, period, by: runner, oracle.tenant())
      try compare("likes", test, period, by: runner, oracle.likesReport())
      try compare("flags", test, period, by: runner, oracle.flagsReport())
      try compare("responsiveness", test, period, by: runner, oracle.responsiveness())
      let person = test.text.utf8.reduce(0) { $0 + Int($1) } % snapshot.model.people.count
      try compare(
        "person",
        test,
        ["person": String(person), "period": test.text],
        by: runner,
        oracle.person(person)
      )
      let place = person % snapshot.model.places.count
      try compare(
        "conversation",
        test,
        ["conversation": String(place)],
        by: runner,
        oracle.conversation(place)
      )
      try compare("coverage", test, by: runner, oracle.coverage())
    }
  }

  /// What is nothing everywhere would prove nothing.
  @Test func everyColumnOfTheRecountHasSomethingToSay() throws {
    var silent: Set<String> = []
    var telling: Set<String> = []
    for (snapshot, place) in try OracleTenant.snapshots().flatMap({ snapshot in
      [0, 3, 7, 12, 18, 21, 22].map { (snapshot, $0) }
    }) {
      let test = OracleCase.all[place]
      let oracle = Oracle(ZonedTenant(snapshot.model, in: test.timeZone), test.span, most: 9)
      let reports = [
        oracle.weeklyActivity(), oracle.tenant(), oracle.likesReport(), oracle.flagsReport(),
        oracle.responsiveness(), oracle.person(place % 9), oracle.conversation(place % 6),
        oracle.coverage(),
      ]
      for (report, tables) in reports.enumerated() {
        for table in tables {
          for (place, column) in table.columns.enumerated() {
            let name = "\(report) \(table.name) \(column)"
            let isTelling = table.rows.contains { $0[place] != .null && $0[place] != .integer(0) }
            if isTelling { telling.insert(name) } else { silent.insert(name) }
          }
        }
      }
    }
    #expect(silent.subtracting(telling).sorted() == [])
  }

  @Test func theIndexIsWholeAfterAllLooks() throws {
    let snapshots = try OracleTenant.snapshots() + OracleTenant.plainSnapshots()
    for snapshot in snapshots { #expect(snapshot.problems == []) }
  }

  @Test func everyonesFirstMessageIsThatOfARecount() throws {
    for snapshot in try OracleTenant.snapshots() + OracleTenant.plainSnapshots() {
      var first: [String: Int64] = [:]
      for item in snapshot.model.items where item.isMessage {
        guard let author = item.author else { continue }
        let id = snapshot.model.people[author].id
        first[id] = min(first[id] ?? .max, item.time)
      }
      let rows = try Store.reader(at: snapshot.path).rows(
        "SELECT userId, firstMessageTime FROM people WHERE firstMessageTime IS NOT NULL"
      ) { ($0.text(at: 0) ?? "", $0.integer(at: 1)) }
      #expect(Dictionary(uniqueKeysWithValues: rows) == first)
    }
  }
}
