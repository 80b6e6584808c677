import Foundation
import Output
import Testing

@testable import Reports

/// Every number of the weekly report against plain loops over the tenant, with days from Foundation.
@Suite struct WeeklyActivityTests {
  private typealias Item = SampleTenant.Item

  @Test(arguments: WeekSample.cases) func totalsCountBothWeeks(_ test: WeekSample.Case) throws {
    let sample = try WeekSample.of(test)
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
    let block = try #require(sample.result.block(named: "totals"))
    #expect(block.columns.map(\.name) == ["metric", "value", "previous", "change"])
    #expect(sample.week.count > 100 && sample.before.count > 100)
    #expect(
      block.rows
        == zip(counts(sample.week), counts(sample.before)).map { now, before in
          [.text(now.0), integer(now.1), integer(before.1), integer(now.1 - before.1)]
        }
    )
  }

  @Test(arguments: WeekSample.cases) func allSevenDaysAreThere(_ test: WeekSample.Case) throws {
    let sample = try WeekSample.of(test)
    let block = try #require(sample.result.block(named: "days"))
    #expect(block.columns.map(\.name) == ["date", "messages", "people", "replies", "likes"])
    #expect(block.rows.count == 7)
    let byDate = Dictionary(
      grouping: sample.week.filter(\.isMessage),
      by: { sample.dates[$0.number] }
    )
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

  @Test(arguments: WeekSample.cases) func conversationsAndPeopleAreThoseWithMessages(
    _ test: WeekSample.Case
  ) throws {
    let sample = try WeekSample.of(test)
    let messages = sample.week.filter(\.isMessage)
    let conversations = try #require(sample.result.block(named: "conversations"))
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
    let people = try #require(sample.result.block(named: "people"))
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

  @Test(arguments: WeekSample.cases) func likedAndFlaggedMessagesAreListedWhole(
    _ test: WeekSample.Case
  ) throws {
    let sample = try WeekSample.of(test)
    let messages = sample.week.filter(\.isMessage)
    let liked = try #require(sample.result.block(named: "liked"))
    let expected = messages.filter { !$0.likers.isEmpty }
      .sorted { ($0.likers.count, $0.time) > ($1.likers.count, $1.time) }
    #expect(liked.values(of: "itemId") == expected.map { .text($0.id) })
    #expect(liked.values(of: "likes") == expected.map { integer($0.likers.count) })
    #expect(liked.values(of: "creationTime") == expected.map { .time($0.time) })
    #expect(liked.values(of: "text") == expected.map { .text($0.text) })
    let flagged = try #require(sample.result.block(named: "flagged"))
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
