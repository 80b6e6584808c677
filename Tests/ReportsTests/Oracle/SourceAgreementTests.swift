import Foundation
import TestSupport
import Testing

@testable import Reports

/// Rollups and items say the same, whatever the period and the zone.
@Suite struct SourceAgreementTests {
  private static let zones = [
    "UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu",
    "Pacific/Apia", "Pacific/Chatham", "Africa/Monrovia", "America/Sao_Paulo", "Asia/Kolkata",
  ]

  /// Days from which random periods begin, so that there is something in them.
  private static let starts = [
    "1970-01-01", "1971-09-20", "2011-05-01", "2018-01-10", "2019-11-30",
  ]

  @Test(arguments: 0..<12) func anyPeriodIsTheSameFromRollupsAndFromItems(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let snapshots = try OracleTenant.snapshots()
    let snapshot = snapshots[seed % snapshots.count]
    let first = CalendarDay(random.pick(Self.starts)).adding(Int.random(in: 0..<90, using: &random))
    // On both sides of the length at which rollups are taken.
    let last = first.adding(Int.random(in: random.pick([0..<44, 45..<700]), using: &random))
    let zone = Self.zones[seed % Self.zones.count]
    let test = OracleCase(days: "\(first)", "\(last)", in: zone)
    let runner = try TenantHistory.runner(of: snapshot.path, test)
    for report in ["weekly-activity", "tenant", "likes"] {
      let definition = try ReportLibrary(folders: []).definition(named: report)
      let (changes, rollups) = try runner.verify(definition, ["period": test.text])
      #expect(changes.isEmpty && rollups == [], "\(test.testDescription)")
    }
  }
}
