import Testing

@testable import Sandbox

/// Moments as text.
@Suite struct DateTimeTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-20T17:00:00.000Z", 1_795_194_000_000),
      ("2026-11-20T17:00:00.1Z", 1_795_194_000_100),
      ("2026-11-20T18:00:00.123456+01:00", 1_795_194_000_123),
      ("2026-11-20T12:30-0430", 1_795_194_000_000), ("2024-02-29T00:00:00z", 1_709_164_800_000),
      ("1969-12-31T23:59:59.999Z", -1),
      ("2023-02-29T00:00:00Z", nil), ("2026-13-01T00:00:00Z", nil), ("2026-11-20T17:00:00", nil),
      ("2026-11-20", nil), ("2026-11-20T17:61:00Z", nil), ("1795194000000", nil), ("", nil),
      ("2026-11-20T17:00:00.Z", nil), ("2026-11-20T17:00:00Zx", nil),
    ] as [(String, Int?)]
  )
  func isoIsRead(text: String, expected: Int?) {
    #expect(DateTime.milliseconds(iso: text) == expected)
  }

  @Test(arguments: [
    (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (1_709_251_199_999, "Thu, 29 Feb 2024 23:59:59 GMT"),
    (1_735_689_599_000, "Tue, 31 Dec 2024 23:59:59 GMT"),
    (1_735_689_600_000, "Wed, 01 Jan 2025 00:00:00 GMT"),
  ])
  func httpDatesAreWritten(time: Int, text: String) {
    #expect(DateTime.http(milliseconds: time) == text)
  }

  @Test func clockStandsRunsAndMoves() {
    let clock = SandboxClock(standingAt: 5)
    clock.advance(by: 10)
    #expect(clock.now == 15)
    clock.run(from: 1_000_000)
    clock.advance(by: 500)
    #expect((1_000_500..<1_060_500).contains(clock.now))
    clock.stand(at: 3)
    #expect(clock.now == 3)
  }
}
