extension CivilDay {
  /// A day by its date, by Howard Hinnant's `days_from_civil`; nil when there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
    guard monthAndDay == (month, day) else { return nil }
  }

  /// The year that the day is in.
  var year: Int {
    // The estimate is short by one at most: on the last days of a year.
    var year = 1970 + (number >= 0 ? number : number - 365) / 366
    while let next = CivilDay(year: year + 1, month: 1, day: 1), next.number <= number { year += 1 }
    return year
  }
}
