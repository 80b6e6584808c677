import Foundation

extension ZoneClock {
  /// Whether an instant (ms UTC) lies where clocks are told: from 1970 to the year 9999.
  static func tells(_ instant: Int64) -> Bool { (0...253_402_300_799_999).contains(instant) }

  /// An instant (ms UTC) as the zone's clocks show it, for reading: `2018-03-19 14:05`.
  func wallTime(at instant: Int64) -> String {
    let (date, second) = local(at: instant)
    return "\(date) \(clockFace(second, seconds: false))"
  }

  /// An instant (ms UTC) in ISO 8601 with the zone's offset: `2018-03-19T14:05:07+01:00`.
  ///
  /// Milliseconds are written where they are not 0.
  func timestamp(at instant: Int64) -> String {
    let (date, second) = local(at: instant)
    let fraction = Int(floorDivide(instant, 1_000).remainder)
    let milliseconds = fraction == 0 ? "" : "." + padded(fraction, to: 3)
    let offset = Int(offset(at: instant))
    let minutes = Int(offset.magnitude) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(date)T\(clockFace(second, seconds: true))\(milliseconds)"
      + "\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
  }

  /// What clocks and calendars show, which at a change of offset over midnight is not `date(at:)`.
  private func local(at instant: Int64) -> (date: CivilDate, second: Int) {
    let local = floorDivide(instant, 1_000).quotient + offset(at: instant)
    let (day, second) = floorDivide(local, 86_400)
    return (CivilDate(dayNumber: Int(day)), Int(second))
  }

  private func clockFace(_ second: Int, seconds: Bool) -> String {
    let minutes = "\(padded(second / 3_600, to: 2)):\(padded(second / 60 % 60, to: 2))"
    return seconds ? "\(minutes):\(padded(second % 60, to: 2))" : minutes
  }
}

extension ReportResult {
  /// The clock of the report's zone.
  var clock: ZoneClock {
    ZoneClock(zone: zone, from: period?.previous.from ?? 0, to: period?.to ?? 0)
  }
}
