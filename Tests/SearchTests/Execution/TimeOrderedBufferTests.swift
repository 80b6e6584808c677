import TestSupport
import Testing

@testable import Search

@Suite struct TimeOrderedBufferTests {
  private typealias Row = TimeOrderedBuffer.Row

  /// Rows at the first free slot at or after their millisecond, arrived in any order.
  private func rows(count: Int, within span: Int64, seed: UInt64) -> [TimeOrderedBuffer.Row] {
    var random = SeededGenerator(seed: seed)
    var taken: Set<Int64> = []
    return (0..<count).map { _ in
      let time = 1000 + Int64.random(in: 0..<span, using: &random)
      var rowid = time * 8
      while !taken.insert(rowid).inserted { rowid += 1 }
      return Row(rowid: rowid, time: time)
    }
  }

  @Test(arguments: [(40, 1), (100, 3), (100, 20), (60, 5000)] as [(Int, Int64)], [true, false])
  func rowsComeOutByTimeHoweverCrowdedAMillisecondIs(
    crowd: (count: Int, span: Int64),
    isNewestFirst: Bool
  ) {
    for seed in 0..<20 as Range<UInt64> {
      let rows = rows(count: crowd.count, within: crowd.span, seed: seed)
      let displacement = rows.map { ($0.rowid >> 3) - $0.time }.max() ?? 0
      var buffer = TimeOrderedBuffer(isNewestFirst: isNewestFirst, displacement: displacement)
      let ascending = rows.sorted { $0.rowid < $1.rowid }
      var groups: [[Row]] = []
      for row in isNewestFirst ? ascending.reversed() : ascending {
        groups += buffer.add(row)
      }
      groups += buffer.finish()
      let times = groups.compactMap { $0.first?.time }
      #expect(Set(times).count == times.count, "a millisecond comes in one group")
      #expect(times == (isNewestFirst ? times.sorted(by: >) : times.sorted()))
      #expect(groups.allSatisfy { group in group.allSatisfy { $0.time == group[0].time } })
      #expect(
        groups.flatMap { $0 }.map(\.rowid).sorted() == rows.map(\.rowid).sorted()
      )
    }
  }

  @Test func aLoneRowWaitsForOneMoreOnly() {
    var buffer = TimeOrderedBuffer(isNewestFirst: true, displacement: 0)
    #expect(buffer.add(Row(rowid: 80, time: 10)).isEmpty)
    #expect(buffer.add(Row(rowid: 72, time: 9)) == [[Row(rowid: 80, time: 10)]])
    #expect(buffer.finish() == [[Row(rowid: 72, time: 9)]])
  }
}
