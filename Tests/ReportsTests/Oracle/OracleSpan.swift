/// A period as its definition says it, by days of the calendar alone.
struct OracleSpan: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case weeks(year: Int, week: Int, count: Int)
    case months(year: Int, month: Int, count: Int)
    case days(String, String)
  }

  let kind: Kind
  /// How many days before Monday weeks begin.
  let daysBeforeMonday: Int
  let first: CalendarDay
  let last: CalendarDay

  init(_ kind: Kind, daysBeforeMonday: Int = 0) {
    self.kind = kind
    self.daysBeforeMonday = daysBeforeMonday
    switch kind {
    case .weeks(let year, let week, let count):
      first = CalendarDay.monday(ofWeek: week, in: year).adding(-daysBeforeMonday)
      last = first.adding(7 * count - 1)
    case .months(let year, let month, let count):
      first = CalendarDay(year: year, month: month, day: 1)
      last = first.firstOfMonth(adding: count).adding(-1)
    case .days(let one, let other):
      first = CalendarDay(one)
      last = CalendarDay(other)
    }
  }

  private init(_ span: OracleSpan, first: CalendarDay, last: CalendarDay) {
    kind = span.kind
    daysBeforeMonday = span.daysBeforeMonday
    self.first = first
    self.last = last
  }

  var days: [CalendarDay] { first.days(to: last) }

  func contains(_ day: CalendarDay) -> Bool {
    first.order <= day.order && day.order <= last.order
  }

  /// As many weeks, months or days before it.
  var previous: OracleSpan {
    switch kind {
    case .months(_, _, let count):
      OracleSpan(self, first: first.firstOfMonth(adding: -count), last: first.adding(-1))
    default: OracleSpan(self, first: first.adding(-days.count), last: first.adding(-1))
    }
  }

  var name: String {
    func week(_ day: CalendarDay) -> String { day.weekName(daysBeforeMonday: daysBeforeMonday) }
    switch kind {
    case .weeks(_, _, let count):
      return count == 1 ? week(first) : "\(week(first))..\(week(last))"
    case .months(_, _, let count):
      let year = String(first.description.prefix(4))
      if count == 1 { return first.monthName }
      if count == 12, first.month == 1 { return year }
      if count == 3, first.month % 3 == 1 { return "\(year)-Q\((first.month + 2) / 3)" }
      return "\(first.monthName)..\(last.monthName)"
    case .days: return first == last ? "\(first)" : "\(first)..\(last)"
    }
  }
}
