import Ingest
import Output
import TestSupport

@testable import Index
@testable import Reports

/// An index that has looked at a tenant several times, and the tenant's model after each look.
final class TenantHistory {
  var maker: TenantMaker
  let folder: TemporaryFolder
  let path: String
  /// When likes were seen first, by item and person.
  private var likesSeen: [String: [Int: Int64]] = [:]
  var flagsLooked: [Int: Int64] = [:]

  var model: TenantModel {
    get { maker.model }
    set { maker.model = newValue }
  }

  /// Imports a tenant as it is.
  init(_ maker: TenantMaker, started: Int64) throws {
    self.maker = maker
    folder = try TemporaryFolder()
    path = folder.path("index.db")
    let items = maker.model.items
    model.items = []
    model.flags = maker.model.flags.map { .init(person: $0.person, item: $0.item, seen: started) }
    try look(at: items.map { .init(item: $0) }, started: started, isFirst: true)
  }

  /// Imports what has changed since the last look, and what is new.
  func look(oneIn chance: Int, additions: Int, started: Int64) throws {
    maker.renames()
    for person in 0..<6 {
      for _ in 0..<4 {
        let item = maker.random.pick(model.items).id
        // An import never takes a flag away; one that is gone may come again.
        model.pastFlags.removeAll { $0.person == person && $0.item == item }
        maker.flag(item, by: person, seen: started)
      }
    }
    var versions = maker.changes(oneIn: chance)
    versions += maker.additions(additions).map { .init(item: $0) }
    try look(at: versions, started: started)
  }

  private func look(
    at versions: [TenantMaker.Version],
    started: Int64,
    isFirst: Bool = false
  ) throws {
    var run = TenantModel.Run(started: started, command: "import")
    for version in versions { take(version, in: &run) }
    let archive = try TemporaryFolder()
    for (file, lines) in model.archive(of: versions.map(\.item)) {
      try archive.write(file, lines)
    }
    if !isFirst {
      try archive.write("items-broken.ndjson", "no JSON of \(started)\n")
      run.quarantined = 1
    }
    let summary = try ArchiveImport(paths: [archive.path], started: started).run(into: path)
    run.ended = started + summary.elapsedMilliseconds
    model.runs.append(run)
  }

  /// Does to the model what a version of an item does to an index.
  private func take(_ version: TenantMaker.Version, in run: inout TenantModel.Run) {
    var new = version.item
    guard let place = model.items.firstIndex(where: { $0.id == new.id }) else {
      model.items.append(new)
      likesSeen[new.id] = Dictionary(uniqueKeysWithValues: new.likers.map { ($0, run.started) })
      run.inserted += 1
      return
    }
    let old = model.items[place]
    new.isGone = old.isGone
    if version.isOld {
      run.older += 1
      return
    }
    if new == old {
      run.unchanged += 1
      return
    }
    run.updated += 1
    for person in old.likers where !new.likers.contains(person) {
      let reading = model.readings.first { $0.place == old.place }
      let after = max(likesSeen[new.id]?[person] ?? 0, reading?.verified ?? 0)
      model.pastLikes.append(
        .init(person: person, item: new.id, after: after, before: run.started)
      )
    }
    for person in new.likers where !old.likers.contains(person) {
      model.pastLikes.removeAll { $0.person == person && $0.item == new.id }
      likesSeen[new.id, default: [:]][person] = run.started
    }
    model.items[place] = new
  }

  /// A runner of an index, in the zone and at the time of a case.
  static func runner(
    of path: String,
    _ test: OracleCase,
    _ change: (inout ReportSetting) -> Void = { _ in }
  ) throws -> ReportRunner {
    var setting = ReportSetting(zone: try Zone(identifier: test.zone), now: test.now)
    setting.weekStart = test.weekStart
    setting.subjects = Subjects()
    change(&setting)
    return ReportRunner(connection: try Store.reader(at: path), setting)
  }

  /// What `trawl check` finds.
  func problems() throws -> [String] { try IndexCheck(path: path).run().flatMap(\.problems) }

  /// Names people and conversations by their places in the model.
  private struct Subjects: SubjectFinder {
    func find(_ text: String, _ kind: ReportSubject.Kind) throws -> ReportSubject {
      ReportSubject(id: (Int64(text) ?? 0) + 1, wireID: text)
    }

    func items(matching query: String) throws -> [Int64] { [] }
  }
}
