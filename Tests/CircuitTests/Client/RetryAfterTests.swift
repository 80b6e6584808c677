import Testing

@testable import Circuit

@Suite struct RetryAfterTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777 as Int64?),
    ("Sunday, 06-Nov-94 08:49:37 GMT", 3_939_871_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777),
    ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
    ("Thu, 30 Feb 2024 00:00:00 GMT", nil), ("Sun, 06 Nov 1994 24:00:00 GMT", nil),
    ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("tomorrow", nil), ("", nil), ("a b c d e f", nil),
  ])
  func datesAreReadInAllThreeForms(text: String, seconds: Int64?) {
    #expect(RetryAfter.seconds(ofHTTPDate: text) == seconds)
  }

  @Test(arguments: [
    ("0", Duration.seconds(0)), ("120", .seconds(120)),
    ("99999999999999999999", .seconds(31_536_000)), ("-5", nil), ("1.5", nil), ("", nil),
    ("soon", nil),
  ])
  func secondsAreRead(text: String, delay: Duration?) {
    #expect(RetryAfter.delay(text, date: nil, now: 0) == delay)
  }

  @Test func aDateIsByTheServersOwnClock() {
    let until = "Sun, 06 Nov 1994 08:49:37 GMT"
    #expect(
      RetryAfter.delay(until, date: "Sun, 06 Nov 1994 08:49:07 GMT", now: 0) == .seconds(30)
    )
    #expect(RetryAfter.delay(until, date: nil, now: 784_111_777_000 - 5000) == .seconds(5))
    #expect(RetryAfter.delay(until, date: "junk", now: 784_111_777_000 + 5000) == .zero)
    #expect(RetryAfter.delay(nil, date: nil, now: 0) == nil)
  }
}
