import Foundation
import Output
import Testing

@testable import Reports

/// Every number of the weekly report against plain loops over the tenant, with days from Foundation.
@Suite struct WeeklyActivityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let zone: String
    let week: String
    var testDescription: String { "\(zone) \(week)" }
  }

  private typealias Item = SampleTenant.Item

  /// Weeks in which a clock is changed, year ends and a leap day.
  static let cases = [
    Case(zone: "UTC", week: "2018-W12"),
    Case(zone: "Europe/Berlin", week: "2018-W12"),
    Case(zone: "Europe/Berlin", week: "2018-W43"),
    Case(zone: "Europe/Berlin", week: "2018-W44"),
    Case(zone: "America/New_York", week: "2024-W44"),
    Case(zone: "America/Sao_Paulo", week: "2018-W44"),
    Case(zone: "Asia/Beirut", week: "2019-W13"),
    Case(zone: "Australia/Lord_Howe", week: "2019-W14"),
    Case(zone: "Asia/Kathmandu", week: "2020-W53"),
    Case(zone: "Pacific/Kiritimati", week: "2020-W01"),
    Case(zone: "Pacific/Apia", week: "2011-W52"),
    Case(zone: "America/Los_Angeles", week: "2020-W09"),
  ]

  private struct Setting {
    let result: ReportResult
    let tenant: SampleTenant
    let week: [Item]
    let before: [Item]
    /// An item's local date, by Foundation.
    let date: (Item) -> String
  }

  private func setting(_ test: Case) throws -> Setting {
    let zone = try #require(TimeZone(identifier: test.zone))
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = zone
    let week = try #require(Int(test.week.suffix(2)))
    let year = try #require(Int(test.week.prefix(4)))
    let middle = try #require(
      calendar.date(
        from: DateComponents(hour: 12, weekday: 4, weekOfYear: week, yearForWeekOfYear: year)
      )
    )
    let time = Int64(middle.timeIntervalSince1970) * 1_000
    let hour: Int64 = 3_600_000
    let tenant = SampleTenant(
      seed: UInt64(time),
      count: 500,
      from: time - 13 * 24 * hour,
      to: time + 6 * 24 * hour,
      edges: (-12...6).map { day in
        let noon = middle.addingTimeInterval(Double(day) * 86_400)
        return Int64(calendar.startOfDay(for: noon).timeIntervalSince1970) * 1_000
      }
    )
    let runner = try SampleIndex(tenant).runner(zone: test.zone, now: time + 99 * 24 * hour)
    let definition = try ReportLibrary(folders: []).definition(named: "weekly-activity")
    func items(inWeekOf date: Date) -> [Item] {
      tenant.items.filter { item in
        let instant = Date(timeIntervalSince1970: Double(item.time) / 1_000)
        return calendar.dateComponents([.weekOfYear, .yearForWeekOfYear], from: instant)
          == calendar.dateComponents([.weekOfYear, .yearForWeekOfYear], from: date)
      }
    }
    return Setting(
      result: try runner.run(definition, ["week": test.week]),
      tenant: tenant,
      week: items(inWeekOf: middle),
      before: items(inWeekOf: middle.addingTimeInterval(-7 * 86_400)),
      date: { item in
        let parts = calendar.dateComponents(
          [.year, .month, .day],
          from: Date(timeIntervalSince1970: Double(item.time) / 1_000)
        )
        return [(parts.year, 4), (parts.month, 2), (parts.day, 2)]
          .map { padded($0 ?? 0, to: $1) }.joined(separator: "-")
      }
    )
  }

  @Test(arguments: cases) func totalsCountBothWeeks(_ test: Case) throws {
    let setting = try setting(test)
    func counts(_ items: [Item]) -> [(String, Int)] {
      let messages = items.filter(\.isMessage)
      return [
        ("messages", messages.count),
        ("people", Set(messages.map(\.person)).subtracting([0]).count),
        ("conversations", Set(messages.map(\.conversation)).count),
        ("replies", messages.count { $0.parent != nil }),
        ("likes", messages.reduce(0) { $0 + $1.likers.count }),
        ("flags", messages.reduce(0) { $0 + $1.flaggers.count }),
        ("files", messages.reduce(0) { $0 + $1.files }),
        ("calls", items.count { $0.type == "RTC" && !$0.isGone }),
      ]
    }
    let block = try #require(setting.result.block(named: "totals"))
    #expect(block.columns.map(\.name) == ["metric", "value", "previous", "change"])
    #expect(setting.week.count > 100 && setting.before.count > 100)
    #expect(
      block.rows
        == zip(counts(setting.week), counts(setting.before)).map { now, before in
          [.text(now.0), integer(now.1), integer(before.1), integer(now.1 - before.1)]
        }
    )
  }

  @Test(arguments: cases) func allSevenDaysAreThere(_ test: Case) throws {
    let setting = try setting(test)
    let block = try #require(setting.result.block(named: "days"))
    #expect(block.columns.map(\.name) == ["date", "messages", "people", "replies", "likes"])
    #expect(block.rows.count == 7)
    let byDate = Dictionary(grouping: setting.week.filter(\.isMessage), by: setting.date)
    for row in block.rows {
      guard case .text(let date) = row[0] else {
        Issue.record("a date is no text")
        continue
      }
      let messages = byDate[date] ?? []
      #expect(
        Array(row.dropFirst()) == [
          integer(messages.count),
          integer(Set(messages.map(\.person)).subtracting([0]).count),
          integer(messages.count { $0.parent != nil }),
          integer(messages.reduce(0) { $0 + $1.likers.count }),
        ]
      )
    }
    #expect(
      Set(byDate.keys).isSubset(
        of: Set(
          block.rows.compactMap { row in if case .text(let date) = row[0] { date } else { nil } }
        )
      )
    )
  }

  @Test(arguments: cases) func conversationsAndPeopleAreThoseWithMessages(_ test: Case) throws {
    let setting = try setting(test)
    let messages = setting.week.filter(\.isMessage)
    let conversations = try #require(setting.result.block(named: "conversations"))
    #expect(
      conversations.columns.map(\.name)
        == ["convId", "name", "messages", "people", "replies", "likes"]
    )
    let byConversation = Dictionary(grouping: messages, by: \.conversation).map { key, messages in
      [
        .text(SampleTenant.conversationID(key)), .text("Topic \(key)"), integer(messages.count),
        integer(Set(messages.map(\.person)).subtracting([0]).count),
        integer(messages.count { $0.parent != nil }),
        integer(messages.reduce(0) { $0 + $1.likers.count }),
      ]
    }
    #expect(sorted(conversations.rows) == sorted(byConversation))
    let people = try #require(setting.result.block(named: "people"))
    #expect(
      people.columns.map(\.name) == ["userId", "name", "messages", "replies", "likesReceived"]
    )
    let byPerson = Dictionary(grouping: messages.filter { $0.person > 0 }, by: \.person).map {
      key,
      messages in
      [
        .text(SampleTenant.personID(key)), .text("Person \(key)"), integer(messages.count),
        integer(messages.count { $0.parent != nil }),
        integer(messages.reduce(0) { $0 + $1.likers.count }),
      ]
    }
    #expect(sorted(people.rows) == sorted(byPerson))
    for rows in [conversations.rows, people.rows] {
      let counts = rows.compactMap { row in
        if case .integer(let count) = row[2] { count } else { nil }
      }
      #expect(counts == counts.sorted(by: >))
    }
  }

  @Test(arguments: cases) func likedAndFlaggedMessagesAreListedWhole(_ test: Case) throws {
    let setting = try setting(test)
    let messages = setting.week.filter(\.isMessage)
    let liked = try #require(setting.result.block(named: "liked"))
    let expected = messages.filter { !$0.likers.isEmpty }
      .sorted { ($0.likers.count, $0.time) > ($1.likers.count, $1.time) }
    #expect(liked.values(of: "itemId") == expected.map { .text($0.id) })
    #expect(liked.values(of: "likes") == expected.map { integer($0.likers.count) })
    #expect(liked.values(of: "creationTime") == expected.map { .time($0.time) })
    #expect(liked.values(of: "text") == expected.map { .text($0.text) })
    let flagged = try #require(setting.result.block(named: "flagged"))
    let flags = messages.reversed().flatMap { item in item.flaggers.map { (item, $0) } }
    #expect(flagged.values(of: "itemId") == flags.map { .text($0.0.id) })
    #expect(flagged.values(of: "flaggerId") == flags.map { .text(SampleTenant.personID($0.1)) })
    #expect(
      flagged.values(of: "creatorId")
        == flags.map { $0.0.person == 0 ? .null : .text(SampleTenant.personID($0.0.person)) }
    )
    #expect(
      flagged.values(of: "convId")
        == flags.map { .text(SampleTenant.conversationID($0.0.conversation)) }
    )
  }

  /// Rows in the order of their first cell, which is a name.
  private func sorted(_ rows: [[Cell]]) -> [[Cell]] {
    rows.sorted { "\($0[0])" < "\($1[0])" }
  }

  private func integer(_ number: Int) -> Cell { .integer(Int64(number)) }
}

extension ReportBlock {
  /// The values of a column.
  fileprivate func values(of column: String) -> [Cell] {
    guard let index = columns.firstIndex(where: { $0.name == column }) else { return [] }
    return rows.map { $0[index] }
  }
}
