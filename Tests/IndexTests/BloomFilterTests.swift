import Testing

@testable import Index

@Suite struct BloomFilterTests {
  @Test func itForgetsNothingAndSeldomErrs() {
    // Ten bits for each member.
    let count: UInt64 = 52_000
    var filter = BloomFilter(bytes: 65_536)
    for number in 0..<count { filter.insert(digests(number)) }
    #expect((0..<count).allSatisfy { filter.mayContain(digests($0)) })
    let errors = (count..<2 * count).count { filter.mayContain(digests($0)) }
    #expect(errors < Int(count) / 40)
  }

  private func digests(_ number: UInt64) -> BloomFilter.Digests {
    WireID.uuid(number, number &* 0x9e37_79b9_7f4a_7c15).digests
  }
}
