/// A moment by the calendar and the clock of some place, after the Gregorian calendar at all times.
public struct CivilTime: Sendable, Equatable {
  /// The year; 0 is 1 BC.
  public let year: Int64
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int
  /// The hour, 0…23.
  public let hour: Int
  /// The minute, 0…59.
  public let minute: Int
  /// The second, 0…59.
  public let second: Int
  /// The millisecond, 0…999.
  public let millisecond: Int
  /// How far the place's clock is ahead of UTC, in seconds.
  public let offset: Int

  /// What a clock shows at a moment.
  ///
  /// Days to date after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
  /// (`civil_from_days`).
  ///
  /// - Parameters:
  ///   - milliseconds: The moment, in ms since 1970 in UTC; any value.
  ///   - offset: How far the clock is ahead of UTC, in seconds.
  public init(milliseconds: Int64, offset: Int) {
    // Seconds first: adding the offset to them cannot overflow.
    let (seconds, millisecond) = milliseconds.floorDivided(by: 1000)
    let (days, time) = (seconds + Int64(offset)).floorDivided(by: 86_400)
    let (era, dayOfEra) = (days + 719_468).floorDivided(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    // Months counted from March, so that the leap day comes last.
    let shifted = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
    month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = Int(time / 3600)
    minute = Int(time / 60 % 60)
    second = Int(time % 60)
    self.millisecond = Int(millisecond)
    self.offset = offset
  }

  /// `2018-03-14 09:26`, for people.
  public var short: String { "\(date) \(hour.padded(2)):\(minute.padded(2))" }

  /// `2018-03-14T09:26:05.123+01:00`, after ISO 8601.
  public var iso: String {
    let clock = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
    return "\(date)T\(clock).\(millisecond.padded(3))\(offsetText)"
  }

  /// `2018-03-14`; years of other than four digits have a sign, as ISO 8601 has it.
  public var date: String {
    let digits = String(year.magnitude)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return "\(sign)\(zeros)\(digits)-\(month.padded(2))-\(day.padded(2))"
  }

  private var offsetText: String {
    let size = abs(offset)
    let minutes =
      "\(offset < 0 ? "-" : "+")\((size / 3600).padded(2)):\((size / 60 % 60).padded(2))"
    // Local mean times, before zones were agreed, have seconds.
    return size % 60 == 0 ? minutes : "\(minutes):\((size % 60).padded(2))"
  }
}

extension Int64 {
  /// Quotient rounded down and the remainder, which is never negative.
  fileprivate func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension Int {
  fileprivate func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}
