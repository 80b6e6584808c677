import Foundation
import Testing

@testable import Sandbox

@Suite struct CalendarTests {
  @Test func civilDaysAgreeWithFoundation() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for number in stride(from: -800, through: 40_000, by: 173) {
      let day = CivilDay(number: number)
      let date = Date(timeIntervalSince1970: Double(day.start) / 1_000)
      let parts = calendar.dateComponents([.month, .day, .weekday], from: date)
      #expect(day.monthAndDay.month == parts.month && day.monthAndDay.day == parts.day)
      #expect((day.weekday + 1) % 7 + 1 == parts.weekday)
      #expect(CivilDay(of: day.start) == day)
      #expect(CivilDay(of: day.start + CivilDay.milliseconds - 1) == day)
    }
  }

  @Test func allItemsAreDueInTheEnd() {
    let plan = SyntheticTenant.Plan(items: 20_000)
    let calendar = WorkCalendar(start: plan.start, end: plan.end, seed: 1)
    for total in [0, 1, 999, 10_000_000] {
      let due = calendar.days.indices.map { calendar.due(of: total, byDay: $0) }
      #expect(due == due.sorted())
      #expect(due.last == total)
    }
  }

  @Test func holidaysAreQuietAndYearsGrow() {
    let plan = SyntheticTenant.Plan(items: 1_000_000)
    let calendar = WorkCalendar(start: plan.start, end: plan.end, seed: 1)
    let due = calendar.days.indices.map { calendar.due(of: 1_000_000, byDay: $0) }
    let perDay = zip(due, [0] + due).map { $0 - $1 }
    let christmas = zip(calendar.days, perDay).filter { $0.0.monthAndDay == (12, 25) }
    let average = 1_000_000 / calendar.days.count
    #expect(christmas.count >= 4 && christmas.allSatisfy { $0.1 < average / 3 })
    let year = 52 * 7
    #expect(perDay.suffix(year).reduce(0, +) > perDay.prefix(year).reduce(0, +) * 3 / 2)
  }
}
