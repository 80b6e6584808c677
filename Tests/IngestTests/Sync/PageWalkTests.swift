import TestSupport
import Testing

@testable import Ingest

@Suite struct PageWalkTests {
  static let start: Int64 = 1_700_000_000_000

  /// Walks to the end while `meddle` happens between any two requests; what was seen, and what there was at the last.
  private func walk(
    _ room: inout SimulatedRoom,
    from cursor: Int64 = 0,
    comesShort: Bool? = nil,
    trustsShortPages: Bool = false,
    using random: inout SeededGenerator,
    meddle: (inout SimulatedRoom, inout SeededGenerator) -> Void = { _, _ in }
  ) -> (walk: PageWalk, seen: [UInt64: Int64], last: [UInt64: Int64], requests: Int) {
    var walk = PageWalk(
      from: cursor,
      size: room.manner.size,
      now: room.clock,
      pagesComeShort: comesShort ?? room.manner.pagesComeShort,
      trustsShortPages: trustsShortPages
    )
    var seen: [UInt64: Int64] = [:]
    var last: [UInt64: Int64] = [:]
    var requests = 0
    while let request = walk.request {
      requests += 1
      guard requests < 20_000 else {
        Issue.record("endless walk of \(room.manner)")
        break
      }
      last = room.items
      let page = room.answer(request, using: &random)
      for entry in page.entries { seen[entry.id] = max(entry.modified ?? 0, seen[entry.id] ?? 0) }
      walk.take(page)
      meddle(&room, &random)
    }
    return (walk, seen, last, requests)
  }

  /// What was there at the last request, modified before `end`, unseen as it was, and in no gap.
  private func lost(
    _ result: (walk: PageWalk, seen: [UInt64: Int64], last: [UInt64: Int64], requests: Int),
    before end: Int64 = .max
  ) -> [UInt64: Int64] {
    result.last.filter { id, modified in
      modified < end && result.seen[id] ?? -1 < modified
        && !result.walk.gaps.contains { $0.contains(modified) }
    }
  }

  @Test(arguments: SimulatedRoom.Manner.all)
  func nothingIsLostWhilePeopleWriteAndEdit(_ manner: SimulatedRoom.Manner) {
    for seed in 0..<40 {
      var random = SeededGenerator(seed: UInt64(seed))
      var room = SimulatedRoom(manner, clock: Self.start)
      let crowded = seed % 3 == 0
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        // Half of them share few milliseconds, up to several pages to one.
        let spread: Int64 = crowded ? 4 : 5_000
        room.post(at: Self.start - 3_600_000 + Int64.random(in: 0...spread, using: &random))
      }
      let result = walk(&room, using: &random) { room, random in
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          room.pass(Int64.random(in: 0...3, using: &random))
          if Bool.random(using: &random),
            let id = room.items.keys.sorted().randomElement(using: &random)
          {
            room.edit(id)
          } else {
            room.post()
          }
        }
      }
      // What comes while the last page is on its way is the next walk's: it begins at the cursor.
      let end = max(Self.start, result.walk.cursor)
      #expect(lost(result, before: end) == [:], "\(manner), seed \(seed)")
    }
  }

  @Test(arguments: SimulatedRoom.Manner.all)
  func whatTwoPagesHoldOfAMillisecondIsReachedAndTheRestIsAGap(_ manner: SimulatedRoom.Manner) {
    for count in [9, 10, 11, 15, 19, 20, 21, 45] {
      var random = SeededGenerator(seed: UInt64(count))
      var room = SimulatedRoom(manner, clock: Self.start)
      let crowd = Self.start - 5_000_000
      room.post(at: crowd - 10)
      for _ in 0..<count { room.post(at: crowd) }
      for offset in [0, 1, 5] { room.post(at: crowd + Int64(offset) + 1) }
      let result = walk(&room, using: &random)
      #expect(lost(result) == [:], "\(manner), \(count)")
      #expect(result.walk.cursor == crowd + 6)
      guard !manner.pagesComeShort, !manner.repeatsThings else { continue }
      // When both sides show the same whole page, it may be all or the same part twice.
      #expect(
        result.walk.gaps.isEmpty == (count < 20 && count != 10),
        "\(manner), \(count)"
      )
      #expect(result.seen.count >= min(count, 20) + 4)
    }
  }

  @Test(arguments: SimulatedRoom.Manner.all.filter { !$0.pagesComeShort })
  func anIdleConversationCostsOneRequest(_ manner: SimulatedRoom.Manner) {
    var random = SeededGenerator(seed: 1)
    var room = SimulatedRoom(manner, clock: Self.start)
    for offset in 0..<35 { room.post(at: Self.start - 9_000_000 + Int64(offset)) }
    let first = walk(&room, using: &random)
    #expect(first.seen.count == 35)
    let second = walk(&room, from: first.walk.cursor, using: &random)
    #expect(second.requests == 1)
    #expect(second.walk.cursor == first.walk.cursor)
    var empty = SimulatedRoom(manner, clock: Self.start)
    #expect(walk(&empty, using: &random).requests == 1)
  }

  @Test(arguments: SimulatedRoom.Manner.all.filter(\.pagesComeShort))
  func shortPagesAreNoticedAndASecondWalkGoesOn(_ manner: SimulatedRoom.Manner) {
    for seed in 0..<50 {
      var random = SeededGenerator(seed: UInt64(seed))
      var room = SimulatedRoom(manner, clock: Self.start)
      for offset in 0..<200 { room.post(at: Self.start - 9_000_000 + Int64(offset / 3)) }
      var first = walk(&room, comesShort: false, using: &random)
      #expect(first.walk.pagesComeShort || first.walk.endedOnShortPage)
      let second = walk(&room, from: first.walk.cursor, comesShort: true, using: &random)
      first.seen.merge(second.seen) { max($0, $1) }
      #expect(first.seen.count == 200, "seed \(seed)")
    }
  }

  @Test(arguments: SimulatedRoom.Manner.all.filter { !$0.pagesComeShort })
  func whereShortPagesAreTrustedNoRequestIsWasted(_ manner: SimulatedRoom.Manner) {
    var random = SeededGenerator(seed: 1)
    var room = SimulatedRoom(manner, clock: Self.start)
    for offset in 0..<35 { room.post(at: Self.start - 9_000_000 + Int64(offset)) }
    let careful = walk(&room, using: &random)
    #expect(careful.walk.shortPageWasLast)
    let trusting = walk(&room, trustsShortPages: true, using: &random)
    #expect(trusting.seen.count == 35)
    #expect(trusting.requests == careful.requests - 1)
    #expect(trusting.walk.endedOnShortPage)
  }

  @Test func anAbsurdDateMovesNoCursor() {
    var random = SeededGenerator(seed: 1)
    var room = SimulatedRoom(SimulatedRoom.Manner(), clock: Self.start)
    room.post(at: Self.start - 100)
    for _ in 0..<30 { room.post(at: 253_402_300_799_999) }
    let result = walk(&room, using: &random)
    #expect(result.walk.cursor == Self.start - 100)
    #expect(lost(result) == [:])
    room.post(at: Self.start - 1)
    let next = walk(&room, from: result.walk.cursor, using: &random)
    #expect(next.walk.cursor == Self.start - 1)
  }

  @Test func aPlatformThatRepeatsItselfEndsTheWalk() {
    let same = WalkPage(entries: (1...10).map { .init(id: $0, modified: 5) })
    var walk = PageWalk(from: 0, size: 10, now: Self.start)
    var requests = 0
    while walk.request != nil, requests < 100 {
      walk.take(same)
      requests += 1
    }
    #expect(walk.request == nil)
    #expect(walk.gaps.contains { $0.contains(5) })
    var timeless = PageWalk(from: 7, size: 2, now: Self.start)
    timeless.take(WalkPage(entries: [.init(id: 1, modified: nil), .init(id: 2, modified: nil)]))
    #expect(timeless.request == nil)
    #expect(!timeless.gaps.isEmpty)
  }
}
