import Index
import TestSupport
import Testing

@testable import Ingest

/// The bound, as a property: whatever is done to an item is seen within it.
@Suite struct BoundTests {
  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 24 * hour

  private struct Room {
    var id: WireID
    /// The modificationTime of its newest item, as the platform has it and as the index does.
    var newest: Int64
    var cursor: Int64
    var verified: Int64
    var pages: Int
  }

  /// Something done to an item: an edit or a deletion moves its modificationTime, a like does not.
  private struct Event {
    var room: Int
    var time: Int64
    var isLike: Bool
    var seen: Int64?
  }

  private struct Tenant {
    var rooms: [Room] = []
    var events: [Event] = []

    /// One run at `now`.
    mutating func run(at now: Int64, lastSettled: Int64, bound: Int64) -> Int {
      let candidates = rooms.enumerated().map {
        RescanPlan.Candidate(place: $0, id: $1.id, verified: $1.verified)
      }
      let walked = RescanPlan(candidates, now: now, previous: lastSettled, bound: bound).places
      for place in walked { rooms[place].verified = now }
      let walks = Set(walked)
      for place in rooms.indices {
        let isAsked =
          walks.contains(place)
          || IdleSchedule.isDue(
            rooms[place].id,
            newest: rooms[place].cursor,
            lastSettled: lastSettled,
            now: now
          )
        if isAsked { rooms[place].cursor = rooms[place].newest }
        for index in events.indices where events[index].room == place && events[index].seen == nil {
          if walks.contains(place) || isAsked && !events[index].isLike { events[index].seen = now }
        }
      }
      return walked.reduce(0) { $0 + rooms[$1].pages }
    }

    mutating func act(at time: Int64, using random: inout SeededGenerator) {
      let place = Int.random(in: rooms.indices, using: &random)
      let isLike = Bool.random(using: &random)
      events.append(Event(room: place, time: time, isLike: isLike))
      if !isLike { rooms[place].newest = time }
    }
  }

  @Test(arguments: [1, 3, 7, 30])
  func everythingIsSeenWithinTheBound(_ days: Int) {
    for seed in 0..<12 {
      var random = SeededGenerator(seed: UInt64(seed * 100 + days))
      let bound = Int64(days) * Self.day
      let start: Int64 = 1_700_000_000_000
      var tenant = Tenant()
      for number in 0..<60 {
        // Some fresh, some idle for years, all walked through at the start.
        let idle = Int64.random(in: 0...(400 * Self.day), using: &random)
        tenant.rooms.append(
          Room(
            id: WireID("room \(number)"),
            newest: start - idle,
            cursor: start - idle,
            verified: start,
            pages: Int.random(in: 1...20, using: &random)
          )
        )
      }
      // From every quarter of an hour to every sixth of the bound.
      let nominal = Int64.random(in: 900_000...max(900_000, bound / 6), using: &random)
      var now = start
      var settled = start
      for _ in 0..<Int(min(400, 4 * bound / nominal + 20)) {
        let gap = nominal * Int64.random(in: 75...140, using: &random) / 100
        for _ in 0..<3 {
          tenant.act(at: now + Int64.random(in: 0..<gap, using: &random), using: &random)
        }
        now += gap
        _ = tenant.run(at: now, lastSettled: settled, bound: bound)
        settled = now
      }
      for event in tenant.events {
        let late = (event.seen ?? now) - event.time
        #expect(late <= bound, "bound \(days) d, seed \(seed), every \(nominal / 60_000) min")
      }
    }
  }

  @Test func runsAtAnyTimesLeaveNothingOlderThanTheBoundBehind() {
    for seed in 0..<60 {
      var random = SeededGenerator(seed: UInt64(seed))
      let bound = 7 * Self.day
      var now: Int64 = 1_700_000_000_000
      var settled = now
      var tenant = Tenant()
      for number in 0..<40 {
        tenant.rooms.append(
          Room(id: WireID("room \(number)"), newest: now, cursor: now, verified: now, pages: 3)
        )
      }
      for _ in 0..<60 {
        // From a minute to three weeks.
        let gap = Int64.random(in: 60_000...(21 * Self.day), using: &random)
        let span = Bool.random(using: &random) ? gap : 60_000
        tenant.act(at: now + span / 2, using: &random)
        now += span
        _ = tenant.run(at: now, lastSettled: settled, bound: bound)
        settled = now
        #expect(
          tenant.events.allSatisfy { $0.seen != nil || now - $0.time < bound },
          "seed \(seed)"
        )
      }
    }
  }

  @Test func theWorkIsSpreadEvenly() {
    let bound = 7 * Self.day
    let start: Int64 = 1_700_000_000_000
    var tenant = Tenant()
    for number in 0..<1_000 {
      tenant.rooms.append(
        Room(id: WireID("room \(number)"), newest: start, cursor: start, verified: start, pages: 2)
      )
    }
    var (most, total) = (0, 0)
    var settled = start
    for run in 1...(24 * 14) {
      let now = start + Int64(run) * Self.hour
      let requests = tenant.run(at: now, lastSettled: settled, bound: bound)
      most = max(most, requests)
      total += requests
      settled = now
    }
    // 2,000 requests in 126 hours are 16 an hour.
    #expect(most <= 50)
    #expect(total <= 2 * 2_000 * 24 * 7 / 126 + 2_000)
  }
}
