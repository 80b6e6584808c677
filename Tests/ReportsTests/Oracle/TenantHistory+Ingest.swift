import Circuit
import Index
import TestSupport

extension TenantHistory {
  /// Looks at the platform itself: flags are taken away, items are gone, and how far conversations are read is known.
  func ingest(started: Int64) throws {
    let writer = try IndexWriter(
      path: path,
      run: .init(command: "ingest", source: "test", started: started, isLive: true)
    )
    for person in 0..<4 { try lookAtFlags(of: person, with: writer, started) }
    for place in 0..<3 {
      let absent = model.items.filter { $0.place == place && maker.random.oneIn(12) }.map(\.id)
      try walk(place, with: writer, absent: absent, started + 10)
      // Those that only one walk misses are not gone.
      let still = Set(absent.filter { _ in !maker.random.oneIn(3) })
      try walk(place, with: writer, absent: Array(still), started + 100)
      for item in model.items.indices where still.contains(model.items[item].id) {
        model.items[item].isGone = true
      }
      model.readings.append(.init(place: place, backfilled: started, verified: started + 100))
    }
    try readRest(with: writer, started)
    try writer.finish(.init(), quarantined: 0, finished: started + 1_000, isSettled: true)
    var run = TenantModel.Run(started: started, ended: started + 1_000, command: "ingest")
    run.isSettled = true
    model.runs.append(run)
  }

  private func lookAtFlags(of person: Int, with writer: IndexWriter, _ started: Int64) throws {
    let before = model.flags.filter { $0.person == person }
    let kept = before.filter { _ in maker.random.oneIn(2) }
    model.flags.removeAll { flag in
      flag.person == person && !kept.contains { $0.item == flag.item }
    }
    for flag in before where !kept.contains(where: { $0.item == flag.item }) {
      let after = max(flag.seen, flagsLooked[person] ?? 0)
      model.pastFlags.append(
        .init(person: person, item: flag.item, after: after, before: started)
      )
    }
    for _ in 0..<5 {
      let item = maker.random.pick(model.items).id
      guard !before.contains(where: { $0.item == item }) else { continue }
      model.pastFlags.removeAll { $0.person == person && $0.item == item }
      maker.flag(item, by: person, seen: started)
    }
    let records = model.flags.filter { $0.person == person }.map {
      FlagRecord(userId: model.people[person].id, itemId: $0.item)
    }
    _ = try writer.setFlags(records, of: model.people[person].id, looked: started)
    flagsLooked[person] = started
  }

  /// A walk through a conversation that does not show some of its items.
  private func walk(
    _ place: Int,
    with writer: IndexWriter,
    absent: [String],
    _ started: Int64
  ) throws {
    let id = WireID(model.places[place].id)
    let seen = model.items.filter { $0.place == place && !absent.contains($0.id) }
    var state = ConversationSync()
    let walk = ConversationSync.Walk(cursor: 0, started: started, origin: 0, tracks: true)
    state.backfilled = started - started % 1_000
    state.verified = started
    try writer.beginWalk(of: id)
    try writer.saw(seen.map { WireID($0.id).digest }, in: id)
    _ = try writer.endWalk(walk, of: id, seenBefore: nil, ended: started + 1)
    try writer.set(state, of: id)
  }

  /// Conversations that are not read whole, each in its way.
  private func readRest(with writer: IndexWriter, _ started: Int64) throws {
    let lost = ConversationSync(lost: started, backfilled: 5)
    try writer.set(lost, of: WireID(model.places[3].id))
    model.readings.append(.init(place: 3, backfilled: 5, lost: started))
    try writer.set(ConversationSync(origin: 77), of: WireID(model.places[4].id))
    model.readings.append(.init(place: 4, origin: 77))
    for first in [1, 10] as [Int64] {
      let gap = SyncGap(first: first, last: first + 1, reason: "too many")
      try writer.write(gap, in: WireID(model.places[1].id), now: started)
    }
    model.readings[1].gaps = 2
    try writer.setPending(model.places[0].id, reason: "server error", now: started)
    model.readings[0].pending = "server error"
  }
}

extension ConversationSync {
  fileprivate init(lost: Int64, backfilled: Int64) {
    self.init()
    self.lost = lost
    self.backfilled = backfilled
  }
}
