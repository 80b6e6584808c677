public import Chronology

/// A moment by the calendar and the clock of some place, after the Gregorian calendar at all times.
public struct CivilTime: Sendable, Equatable {
  /// The day.
  public let date: CivilDate
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
  /// - Parameters:
  ///   - milliseconds: The moment, in ms since 1970 in UTC; any value.
  ///   - offset: How far the clock is ahead of UTC, in seconds.
  public init(milliseconds: Int64, offset: Int) {
    // Seconds first: adding the offset to them cannot overflow.
    let (seconds, millisecond) = Int(milliseconds).flooredDivision(by: 1000)
    let (dayNumber, time) = (seconds + offset).flooredDivision(by: 86_400)
    date = CivilDate(dayNumber: dayNumber)
    hour = time / 3600
    minute = time / 60 % 60
    second = time % 60
    self.millisecond = millisecond
    self.offset = offset
  }

  /// `2018-03-14 09:26`, for people.
  public var short: String { "\(date) \(hour.padded(2)):\(minute.padded(2))" }

  /// `2018-03-14T09:26:05.123+01:00`, after ISO 8601.
  public var iso: String {
    let clock = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
    return "\(date)T\(clock).\(millisecond.padded(3))\(offsetText)"
  }

  private var offsetText: String {
    let size = abs(offset)
    let minutes =
      "\(offset < 0 ? "-" : "+")\((size / 3600).padded(2)):\((size / 60 % 60).padded(2))"
    // Local mean times, before zones were agreed, have seconds.
    return size % 60 == 0 ? minutes : "\(minutes):\((size % 60).padded(2))"
  }
}
