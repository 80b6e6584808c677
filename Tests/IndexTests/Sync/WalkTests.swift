import Circuit
import SQLite
import Testing

@testable import Index

@Suite struct WalkTests {
  let index: TestIndex

  init() throws { index = try TestIndex() }

  /// One ingest that writes pages of the conversation `room` and ends a walk that saw just those.
  @discardableResult
  private func walk(
    _ lines: [String],
    at now: Int64,
    seenBefore: Int64? = nil,
    origin: Int64 = 0,
    gaps: [SyncGap] = []
  ) throws -> IndexWriter.WalkEnd {
    let writer = try index.writer(at: now)
    let room = WireID("room")
    var state = ConversationSync()
    state.walk = .init(cursor: 0, started: now, origin: origin, tracks: true)
    try writer.beginWalk(of: room)
    let page = PreparedBatch()
    for line in lines { page.decode(line) }
    page.prepare()
    let seen = page.digests
    let counts = try writer.write(page)
    try writer.set(state, of: room)
    try writer.saw(seen, in: room)
    for gap in gaps { try writer.write(gap, in: room, now: now) }
    // What was seen is kept from commit to commit.
    try writer.commit()
    let end = try writer.endWalk(
      try #require(state.walk),
      of: room,
      seenBefore: seenBefore,
      ended: now + 5
    )
    state.walk = nil
    state.verified = now
    try writer.set(state, of: room)
    try writer.finish(counts, quarantined: 0, finished: now + 5, isSettled: true)
    return end
  }

  private let three = [
    message("a", at: 10, "alpha", likes: ["bo"]), message("b", at: 11, "beta", parent: "a"),
    message("c", at: 12, "gamma"),
  ]

  @Test func whatTwoWalksMissIsGoneBetweenTheLookBeforeAndTheFirst() throws {
    try walk(three, at: 1_000)
    let kept = [three[0], three[2]]
    #expect(try walk(kept, at: 2_000, seenBefore: 1_000) == .init(absent: 1, gone: 0))
    #expect(try index.integer("SELECT count(*) FROM item WHERE gone = 1") == 0)
    #expect(try walk(kept, at: 3_000, seenBefore: 2_000) == .init(absent: 0, gone: 1))
    let reader = try index.reader()
    let bounds = try reader.rows("SELECT goneAfter, goneBefore FROM gone_items") {
      [$0.integer(at: 0), $0.integer(at: 1)]
    }
    #expect(bounds == [[1_000, 2_005]])
    #expect(try index.integer("SELECT replies FROM thread") == 0)
    #expect(try index.integer("SELECT sum(messages) FROM quarter_hourly") == 2)
    #expect(try index.problems() == [])
    // A third walk changes nothing.
    #expect(try walk(kept, at: 4_000, seenBefore: 3_000) == .init())
  }

  @Test func whatIsSeenAgainIsNotGone() throws {
    try walk(three, at: 1_000)
    try walk([three[0]], at: 2_000, seenBefore: 1_000)
    // Seen between: the count begins anew.
    try walk(three, at: 3_000, seenBefore: 2_000)
    #expect(try walk([three[0]], at: 4_000, seenBefore: 3_000) == .init(absent: 2, gone: 0))
    try walk([three[0]], at: 5_000, seenBefore: 4_000)
    #expect(try index.integer("SELECT count(*) FROM item WHERE gone = 1") == 2)
    try walk(three, at: 6_000, seenBefore: 5_000)
    #expect(try index.integer("SELECT count(*) FROM item WHERE gone = 1") == 0)
    #expect(try index.integer("SELECT count(*) FROM absence") == 0)
    #expect(try index.integer("SELECT sum(messages) FROM quarter_hourly") == 3)
    #expect(try index.integer("SELECT replies FROM thread") == 1)
    #expect(try index.problems() == [])
  }

  @Test func anOlderArchiveBringsNothingBack() throws {
    try walk(three, at: 1_000)
    for now in [2_000, 3_000] { try walk([three[0], three[2]], at: Int64(now)) }
    try index.write(three, now: 4_000)
    #expect(try index.integer("SELECT count(*) FROM item WHERE gone = 1") == 1)
    #expect(try index.problems() == [])
  }

  @Test func aWalkSaysNothingOfWhatItDidNotAskFor() throws {
    try walk(three, at: 1_000)
    #expect(try walk([three[2]], at: 2_000, origin: 12) == .init())
    let gap = SyncGap(first: 10, last: 10, reason: "crowded")
    #expect(try walk([three[2]], at: 3_000, gaps: [gap]) == .init(absent: 1, gone: 0))
    #expect(try index.integer("SELECT count(*) FROM gap") == 1)
    // The next walk does not find the gap again.
    try walk(three, at: 4_000)
    #expect(try index.integer("SELECT count(*) FROM gap") == 0)
  }

  @Test func aLikeThatGoesWasLastSeenByTheWalkBefore() throws {
    try walk(three, at: 1_000)
    try walk(three, at: 2_000, seenBefore: 1_000)
    let unliked = message("a", at: 10, "alpha")
    try walk([unliked, three[1], three[2]], at: 3_000, seenBefore: 2_000)
    let reader = try index.reader()
    let bounds = try reader.rows("SELECT firstSeen, goneAfter, goneBefore FROM past_likes") {
      [$0.integer(at: 0), $0.integer(at: 1), $0.integer(at: 2)]
    }
    #expect(bounds == [[1_000, 2_000, 3_000]])
    try walk(three, at: 4_000, seenBefore: 3_000)
    try walk(three, at: 5_000, seenBefore: 4_000)
    let current = try index.reader().rows("SELECT firstSeen, lastSeen FROM likes") {
      [$0.integer(at: 0), $0.integer(at: 1)]
    }
    #expect(current == [[4_000, 5_000]])
    #expect(try index.problems() == [])
  }
}
