internal import Chronology

/// How long a server asks to wait.
enum RetryAfter {
  /// Reads a `Retry-After` header (RFC 9110, 10.2.3): seconds, or a date.
  ///
  ///     RetryAfter.delay("120", date: nil, now: 0)   // 120 seconds
  ///
  /// A date is by the server's clock, which its `Date` header tells.
  ///
  /// - Parameters:
  ///   - value: The header's value.
  ///   - date: The `Date` header of the same answer.
  ///   - now: This machine's clock in ms since 1970 UTC, for an answer without a date.
  /// - Returns: The time to wait, never negative; nil when the value says nothing.
  static func delay(_ value: String?, date: String?, now: Int64) -> Duration? {
    guard let value else { return nil }
    if !value.isEmpty, value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }) {
      // More digits than a number holds ask for longer than anyone waits.
      return .seconds(Int64(value).map { min($0, longest) } ?? longest)
    }
    guard let until = seconds(ofHTTPDate: value) else { return nil }
    let from = date.flatMap { seconds(ofHTTPDate: $0) } ?? now.flooredDivision(by: 1000).quotient
    return .seconds(min(max(0, until - from), longest))
  }

  /// A year, in seconds: longer requests mean the same.
  private static let longest: Int64 = 365 * 86_400

  /// Seconds since 1970 UTC of an HTTP date in any of its three forms; nil when it is none.
  ///
  ///     Sun, 06 Nov 1994 08:49:37 GMT
  ///     Sunday, 06-Nov-94 08:49:37 GMT
  ///     Sun Nov  6 08:49:37 1994
  static func seconds(ofHTTPDate text: String) -> Int64? {
    var words = text.split { $0 == " " || $0 == "," || $0 == "-" }
    // The name of the weekday says nothing that the date does not.
    guard words.count >= 5 else { return nil }
    words.removeFirst()
    if let month = month(words[0]), let year = Int(words[3]) {
      return seconds(day: words[1], month: month, year: year, clock: words[2])
    }
    guard words.count == 5, words[4] == "GMT", let month = month(words[1]), let year = Int(words[2])
    else { return nil }
    // A year of two digits is of the century that this program lives in.
    return seconds(
      day: words[0],
      month: month,
      year: words[2].count == 2 ? 2000 + year : year,
      clock: words[3]
    )
  }

  private static func seconds(
    day: Substring,
    month: Int,
    year: Int,
    clock: Substring
  ) -> Int64? {
    let parts = clock.split(separator: ":").map { Int($0) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
      0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second, let day = Int(day),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return Int64(date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second)
  }

  private static func month(_ name: Substring) -> Int? {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return months.firstIndex { $0 == name }.map { $0 + 1 }
  }
}
