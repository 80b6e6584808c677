import Chronology
import Foundation
import Testing

@testable import Reports

@Suite struct PeriodReadingTests {
  @Test func everyWeekIsReadFromItsOwnName() throws {
    var week = try #require(ISOWeek(year: 2040, number: 1))
    for _ in 0..<3_600 {
      #expect(
        try Period(week.description, form: .week, now: 0, in: .gmt).span == .weeks(week, count: 1)
      )
      week = week.previous
    }
  }

  @Test(arguments: [
    ("2018-W00", "there is no week '2018-W00'; 2018 has weeks 01 to 52"),
    ("2018-W53", "there is no week '2018-W53'; 2018 has weeks 01 to 52"),
    ("2020-W54", "there is no week '2020-W54'; 2020 has weeks 01 to 53"),
    ("1969-W10", "there is no period '1969-W10'; years go from 1970 to 9998"),
    ("9999-W01", "there is no period '9999-W01'; years go from 1970 to 9998"),
    ("2018-W3", "'2018-W3' is no week; write one like 2018-W12, or 'last' or 'this'"),
    ("2018-12", "'2018-12' is a period, but not one week, as is wanted here"),
    ("2018-W12..2018-W13", "'2018-W12..2018-W13' is a period, but not one week, as is wanted here"),
    ("2018-W1२", "'2018-W1२' is no week; write one like 2018-W12, or 'last' or 'this'"),
    ("", "'' is no week; write one like 2018-W12, or 'last' or 'this'"),
  ])
  func otherTextsAreRefusedAndSayWhatIsAllowed(text: String, sentence: String) {
    let error = #expect(throws: PeriodError.self) {
      try Period(text, form: .week, now: 0, in: .gmt)
    }
    #expect(error?.description == sentence)
  }
}
