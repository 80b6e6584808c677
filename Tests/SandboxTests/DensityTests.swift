import Foundation
import Sandbox
import Testing

/// The tenant is believable, and so at every size.
@Suite struct DensityTests {
  @Test func sharesAreThoseOfARealTenant() throws {
    let summary = try Archive(.init(items: 12_000, seed: 3)).summary
    let messages = Double(summary.messages)
    #expect((0.95...0.99).contains(messages / 12_000))
    #expect((0.4...0.6).contains(Double(summary.replies) / messages))
    #expect((0.65...0.75).contains(Double(summary.rich) / messages))
    #expect((0.1...0.2).contains(Double(summary.liked) / messages))
    #expect((0.02...0.06).contains(Double(summary.withFiles) / messages))
    #expect((0.02...0.05).contains(Double(summary.edited) / messages))
    #expect((0.005...0.02).contains(Double(summary.deleted) / messages))
    #expect((0.005...0.02).contains(Double(summary.calls) / 12_000))
    #expect((500...650).contains(Double(summary.itemBytes) / 12_000))
    #expect(min(summary.direct, summary.group, summary.community, summary.large) > 0)
    #expect(min(summary.forms, summary.previews, summary.webhook, summary.pins) > 0)
    #expect(min(summary.labels, summary.favorites, summary.flags, summary.subjects) > 0)
  }

  @Test func wordsAndPeopleAreAsDenseInALargerTenant() throws {
    var small = SyntheticTenant.Plan(items: 4_000, seed: 5)
    small.users = 200
    small.conversations = 150
    var large = small
    large.items = 16_000
    let few = try Archive(small)
    let many = try Archive(large)

    let words = try (few: few.wordDensities(), many: many.wordDensities())
    let common = words.many.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(40)
    for (word, density) in common {
      let other = words.few[word, default: 0]
      #expect(abs(density - other) < 2 + density / 8, "\(word): \(other) and \(density)")
    }
    #expect((33...44).contains(common.first?.value ?? 0))

    let shares = try [few, many].map { archive in
      let creators = try archive.records("items", as: ItemRecord.self).map(\.creatorId)
      let counts = Dictionary(grouping: creators, by: \.self).values.map(\.count).sorted(by: >)
      return counts.prefix(10).map { Double($0) / Double(creators.count) }.reduce(0, +)
    }
    #expect(abs(shares[0] - shares[1]) < 0.04)
  }

  @Test func vocabularyGrowsWithTheTenant() throws {
    let few = try Archive(.init(items: 2_000, seed: 5)).wordDensities().count
    let many = try Archive(.init(items: 8_000, seed: 5)).wordDensities().count
    #expect(Double(many) > Double(few) * 1.6)
  }

  @Test func weeksHaveWorkingDaysAndNights() throws {
    let archive = try Archive(.init(items: 8_000, seed: 8))
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    let dates = try archive.records("items", as: ItemRecord.self).map {
      Date(timeIntervalSince1970: Double($0.creationTime) / 1_000)
    }
    let free = dates.count { calendar.isDateInWeekend($0) }
    #expect(Double(free) / Double(dates.count) < 0.08 && free > 0)
    let nights = dates.count { (1...3).contains(calendar.component(.hour, from: $0)) }
    let mornings = dates.count { (9...11).contains(calendar.component(.hour, from: $0)) }
    #expect(mornings > nights * 4 && nights > 0)
  }

  @Test func someItemsShareAMillisecond() throws {
    let items = try Archive(.init(items: 6_000, seed: 8)).records("items", as: ItemRecord.self)
    let crowds = Dictionary(grouping: items, by: \.creationTime).values.filter { $0.count > 1 }
    let burst = try #require(crowds.max { $0.count < $1.count })
    #expect(burst.count == 20)
    #expect(burst.allSatisfy { $0.text?.isWebhookMessage == true })
    #expect(crowds.count < 8)
  }
}
