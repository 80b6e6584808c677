import Testing

@testable import Chronology

@Suite struct TimeSpanTests {
  @Test func spansHoldTheirFirstMillisecondAndNotTheirEnd() {
    let span = TimeSpan(from: 10, to: 20)
    #expect([9, 10, 19, 20].map(span.contains) == [false, true, true, false])
    #expect(
      TimeSpan(from: nil, to: 20).contains(.min) && TimeSpan(from: 10, to: nil).contains(.max)
    )
    #expect(!TimeSpan(from: nil, to: .max).contains(.max))
  }

  @Test func endsAreWrittenInUTC() {
    #expect(TimeSpan(from: -1, to: nil).description == "1969-12-31T23:59:59.999Z..")
    #expect(
      TimeSpan(from: nil, to: 1_521_019_560_000).description == "..<2018-03-14T09:26:00Z"
    )
  }
}
