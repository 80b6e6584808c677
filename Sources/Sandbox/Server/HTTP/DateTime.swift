/// Moments as text: ISO 8601 as the API takes it, and the dates of HTTP.
enum DateTime {
  /// Reads an ISO 8601 date-time such as `2026-03-01T12:00:00.123Z` or `…T13:00:00+01:00`.
  ///
  /// - Parameter text: The text; digits past milliseconds are dropped, seconds may be missing.
  /// - Returns: Milliseconds since 1970 UTC; nil when it is no date-time.
  static func milliseconds(iso text: String) -> Int? {
    var reader = DigitReader(text)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2),
      let date = CivilDay(year: year, month: month, day: day),
      reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
      hour <= 24, minute < 60
    else { return nil }
    var time = date.start + (hour * 60 + minute) * 60_000
    if reader.skip(":") {
      guard let second = reader.number(2), second <= 60 else { return nil }
      time += second * 1_000
      if reader.skip(".") || reader.skip(",") {
        guard let fraction = reader.milliseconds() else { return nil }
        time += fraction
      }
    }
    guard let offset = reader.zone(), reader.isAtEnd else { return nil }
    return time - offset * 60_000
  }

  /// The date of HTTP's headers, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func http(milliseconds: Int) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let date = CivilDay(of: milliseconds)
    let (month, day) = date.monthAndDay
    let seconds = (milliseconds - date.start) / 1_000
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(twoDigits)
    return "\(days[date.weekday]), \(twoDigits(day)) \(months[month - 1]) \(date.year) "
      + "\(clock.joined(separator: ":")) GMT"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// Takes digits and signs from the front of a text.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(_ count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// The digits after a decimal sign, as milliseconds.
  mutating func milliseconds() -> Int? {
    guard var number = digit() else { return nil }
    var count = 1
    while let digit = digit() {
      if count < 3 { number = number * 10 + digit }
      count += 1
    }
    while count < 3 {
      number *= 10
      count += 1
    }
    return number
  }

  /// Minutes east of UTC.
  mutating func zone() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = number(2) else { return nil }
    _ = skip(":")
    guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  private mutating func digit() -> Int? {
    guard let first = rest.first, (0x30...0x39).contains(first) else { return nil }
    rest.removeFirst()
    return Int(first) - 0x30
  }
}
