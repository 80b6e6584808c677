import Foundation
import TestSupport
import Testing

@testable import Index

@Suite struct IdleScheduleTests {
  private let hour: Int64 = 3_600_000

  @Test func freshConversationsAreAlwaysDue() {
    let room = WireID("room")
    #expect(IdleSchedule.isDue(room, newest: nil, lastSettled: 5, now: 6))
    #expect(IdleSchedule.isDue(room, newest: 1, lastSettled: nil, now: 6))
    #expect(IdleSchedule.isDue(room, newest: 999_000, lastSettled: 999_999, now: 1_000_000))
  }

  /// For runs at any times: no conversation is left alone longer than its interval and the wait for a run.
  @Test func noneIsLeftAloneLongerThanItsInterval() {
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      let room = WireID(
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(seed))).uuidString
      )
      let newest: Int64 = 1_700_000_000_000
      var now = newest + Int64.random(in: 0...(200 * 24 * hour), using: &random)
      var settled = now
      var asked = now
      for _ in 0..<300 {
        now += Int64.random(in: 60_000...(3 * hour), using: &random)
        let isDue = IdleSchedule.isDue(room, newest: newest, lastSettled: settled, now: now)
        if isDue { asked = now }
        settled = now
        let interval = IdleSchedule.interval(afterIdling: now - newest)
        #expect(now - asked <= interval)
      }
    }
  }

  @Test func conversationsAreSpreadOverTheInterval() {
    let now: Int64 = 1_700_000_000_000
    let due = (0..<2_400).filter { number in
      IdleSchedule.isDue(
        WireID("room \(number)"),
        newest: now - 365 * 24 * hour,
        lastSettled: now - hour,
        now: now
      )
    }
    #expect((60...140).contains(due.count))
  }
}
