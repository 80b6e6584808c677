import Foundation
import Testing

@testable import Chronology

/// A week in which a zone's clock does something, and how long its days are then, in hours.
struct ClockChange: Sendable, CustomTestStringConvertible {
  let zoneName: String
  let year: Int
  let week: Int
  let hours: [Double]

  init(_ zoneName: String, _ year: Int, _ week: Int, _ hours: [Double]) {
    self.zoneName = zoneName
    self.year = year
    self.week = week
    self.hours = hours
  }

  var testDescription: String { "\(zoneName) \(year)-W\(week)" }

  var zone: TimeZone { get throws { try #require(TimeZone(identifier: zoneName)) } }

  /// The week's Monday.
  var monday: CivilDate { get throws { try #require(ISOWeek(year: year, number: week)).monday } }

  static let all = [
    ClockChange("UTC", 2018, 12, [24, 24, 24, 24, 24, 24, 24]),
    ClockChange("Asia/Kathmandu", 2020, 53, [24, 24, 24, 24, 24, 24, 24]),
    ClockChange("Europe/Berlin", 2018, 12, [24, 24, 24, 24, 24, 24, 23]),
    ClockChange("Europe/Berlin", 2018, 43, [24, 24, 24, 24, 24, 24, 25]),
    ClockChange("America/New_York", 2024, 45, [24, 24, 24, 24, 24, 24, 24]),
    ClockChange("America/New_York", 2024, 44, [24, 24, 24, 24, 24, 24, 25]),
    ClockChange("Australia/Lord_Howe", 2019, 14, [24, 24, 24, 24, 24, 24, 24.5]),
    // Midnight does not exist: the day begins at 01:00.
    ClockChange("America/Sao_Paulo", 2018, 44, [24, 24, 24, 24, 24, 24, 23]),
    ClockChange("Asia/Beirut", 2019, 13, [24, 24, 24, 24, 24, 24, 23]),
    // Midnight comes, and the clock goes back to 23:00 of the day before.
    ClockChange("America/Sao_Paulo", 2018, 7, [24, 24, 24, 24, 24, 25, 24]),
    // Put back at 00:01, so that Sunday has begun for a minute already.
    ClockChange("America/St_Johns", 2010, 44, [24, 24, 24, 24, 24, 24, 25]),
    // Samoa left out the thirtieth of December, a Friday.
    ClockChange("Pacific/Apia", 2011, 52, [24, 24, 24, 24, 0, 24, 24]),
  ]
}
