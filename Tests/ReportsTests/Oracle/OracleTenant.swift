import Foundation
import TestSupport

/// Tenants looked at four times, and their indexes after the first look and after the last.
enum OracleTenant {
  struct Snapshot: Sendable {
    let model: TenantModel
    let path: String
    let problems: [String]
  }

  private struct Made: Sendable {
    /// It goes with the value.
    let folder: TemporaryFolder
    let snapshots: [Snapshot]
  }

  /// Made once: most of the time goes into importing.
  private static let crowded = Result {
    try make(
      OracleCase.all,
      crowds: OracleCase.all.filter {
        ["UTC 2018-W12", "Africa/Monrovia 1971"].contains($0.testDescription)
      }
      .flatMap { [$0.stretch.upperBound - 1, $0.stretch.upperBound] }
    )
  }
  private static let plain = Result { try make(Array(OracleCase.all.prefix(3)), crowds: []) }

  /// Of a tenant for all cases, in which milliseconds are so crowded that items had to give way.
  static func snapshots() throws -> [Snapshot] { try crowded.get().snapshots }

  /// Of a tenant for the first cases, in which none are.
  static func plainSnapshots() throws -> [Snapshot] { try plain.get().snapshots }

  private static func make(_ cases: [OracleCase], crowds: [Int64]) throws -> Made {
    let maker = TenantMaker(
      seed: 2018,
      stretches: cases.map(\.stretch),
      perStretch: 45,
      moments: cases.flatMap(\.edges),
      crowds: crowds
    )
    // Within weeks that are reported.
    let looks: [Int64] = [
      1_521_500_000_000, 1_540_690_000_000, 1_554_000_000_000, 1_582_900_000_000,
    ]
    let history = try TenantHistory(maker, started: looks[0])
    let before = history.folder.path("before.db")
    let first = Snapshot(model: history.model, path: before, problems: try history.problems())
    try FileManager.default.copyItem(atPath: history.path, toPath: before)
    try history.look(oneIn: 2, additions: 60, started: looks[1])
    try history.ingest(started: looks[2])
    try history.look(oneIn: 3, additions: 20, started: looks[3])
    let last = Snapshot(model: history.model, path: history.path, problems: try history.problems())
    return Made(folder: history.folder, snapshots: [first, last])
  }
}
