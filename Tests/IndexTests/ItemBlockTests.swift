import TestSupport
import Testing

@testable import Index

@Suite struct ItemBlockTests {
  /// The bytes of a damaged file are whatever they are: reading them ends, and stays within them.
  @Test func anyBytesAreRead() {
    var random = SeededGenerator(seed: 7)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      var messages: [Int64] = []
      var count = 0
      bytes.withUnsafeBufferPointer { bytes in
        ItemBlock.forEach(in: bytes, of: 400_000) { item in
          count += 1
          if item.counts.messages > 0 { messages += [item.item, item.time] }
        }
        // The shorter way of reading sees the same messages.
        var same: [Int64] = []
        ItemBlock.forEachMessage(in: bytes, of: 400_000) { same += [$0, $1] }
        #expect(same == messages)
      }
      #expect(count <= length)
    }
  }

  @Test func aBlockIsAnHourOfRowids() {
    let hour: Int64 = 450_123
    let first = Rowid.first(ofMillisecond: hour * 3_600_000)
    #expect(ItemBlock.number(of: first) == hour)
    #expect(ItemBlock.number(of: first - 1) == hour - 1)
    #expect(ItemBlock.number(of: first + 3_600_000 * Rowid.slots - 1) == hour)
  }
}
