/// A day of the Gregorian calendar in UTC, counted from 1970-01-01.
struct CivilDay: Sendable, Comparable {
  static let milliseconds = 86_400_000

  let number: Int

  init(number: Int) { self.number = number }

  /// The day of `time`, in milliseconds since 1970 UTC.
  init(of time: Int) {
    let (days, rest) = time.quotientAndRemainder(dividingBy: CivilDay.milliseconds)
    number = rest < 0 ? days - 1 : days
  }

  static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }

  /// When the day begins, in milliseconds since 1970 UTC.
  var start: Int { number * CivilDay.milliseconds }

  /// 0 is Monday.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// Month (1…12) and day of the month, by Howard Hinnant's `civil_from_days`.
  var monthAndDay: (month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9, day)
  }
}
