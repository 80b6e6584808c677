import Foundation
import Search
import TestSupport
import Testing

/// Items shown with what is around them, against plain loops over the records.
@Suite struct ShowingTests {
  private static let tenant = Tenant.random(seed: 5, itemCount: 200)

  private let index: TemporaryIndex
  private let engine: SearchEngine

  init() throws {
    index = try TemporaryIndex(Self.tenant)
    engine = try SearchEngine(path: index.path)
  }

  private static func precedes(_ first: Tenant.Item, _ second: Tenant.Item) -> Bool {
    first.time != second.time
      ? first.time < second.time : first.id.utf8.lexicographicallyPrecedes(second.id.utf8)
  }

  /// Crowds share a millisecond, and deleted, gone and other items stand between.
  @Test func contextIsTheNearestMessagesOfTheConversation() throws {
    for item in Self.tenant.items {
      let others = Self.tenant.items
        .filter { $0.conversation == item.conversation && $0.isMessage && $0.id != item.id }
        .sorted(by: Self.precedes)
      let shown = try #require(try engine.item(item.id, context: 3))
      #expect(shown.item.hit.itemId == item.id)
      let before = others.filter { Self.precedes($0, item) }.suffix(3).map(\.id)
      let after = others.filter { Self.precedes(item, $0) }.prefix(3).map(\.id)
      #expect(shown.before.map(\.hit.itemId) == before)
      #expect(shown.after.map(\.hit.itemId) == Array(after))
    }
  }

  @Test func anItemIsToldWhole() throws {
    for item in Self.tenant.items {
      let shown = try #require(try engine.item(item.id)).item
      if item.type == "TEXT" { #expect(shown.text == item.content ?? "") }
      #expect(shown.likedBy.map(\.userId) == item.likes.map { Self.tenant.people[$0].id })
      let flags = Self.tenant.flags.filter { $0.item == item.id && !$0.isGone }
      #expect(
        shown.flaggedBy.map(\.person.userId).sorted()
          == flags.map { Self.tenant.people[$0.person].id }.sorted()
      )
      #expect(shown.flaggedBy.allSatisfy { $0.firstSeen == 1000 && !$0.person.name.isEmpty })
      #expect(
        shown.hit.isGone == item.isGone
          && (shown.hit.state == "DELETED") == (item.state == 3 && item.type == "TEXT")
      )
    }
  }

  @Test func threadsAreWholeWhicheverItemIsNamed() throws {
    for item in Self.tenant.items {
      let head = item.parent ?? item.id
      let expected = Self.tenant.items.filter { $0.id == head || $0.parent == head }
        .sorted(by: Self.precedes).map(\.id)
      for limit in [1, 2, 50] {
        var ids: [String] = []
        var cursor: String?
        repeat {
          let page = try #require(try engine.thread(of: item.id, limit: limit, cursor: cursor))
          #expect(page.headId == head && page.count == expected.count)
          ids += page.items.map(\.hit.itemId)
          cursor = page.nextCursor
        } while cursor != nil && ids.count < 500
        #expect(ids == expected)
      }
    }
  }

  @Test func cursorsBelongToTheirThread() throws {
    let heads = Set(Self.tenant.items.compactMap(\.parent)).sorted()
    let cursor = try #require(try engine.thread(of: heads[0], limit: 1)?.nextCursor)
    #expect(throws: QueryError.self) { try engine.thread(of: heads[1], limit: 1, cursor: cursor) }
    #expect(throws: QueryError.self) { try engine.thread(of: heads[1], limit: 1, cursor: "x") }
  }

  @Test func idsThatAreNoItemsAreExplained() throws {
    #expect(try engine.item("nothing") == nil && engine.thread(of: "nothing", limit: 9) == nil)
    #expect(try engine.meaning(ofForeignID: "c-lisbon") == .conversation("Lisbon rollout"))
    #expect(try engine.meaning(ofForeignID: "u-ana") == .person("Ana Pereira"))
    #expect(try engine.meaning(ofForeignID: "zz") == .unknown)
    for item in Self.tenant.items.prefix(50) {
      for length in [9, 13] where item.id.utf8.count == 36 {
        let beginning = String(item.id.prefix(length))
        #expect(try engine.meaning(ofForeignID: beginning) == .beginning([item.id]))
      }
    }
    let plain = try #require(Self.tenant.items.first { $0.id.hasPrefix("item ") })
    #expect(try engine.meaning(ofForeignID: String(plain.id.dropLast())) == .beginning([plain.id]))
  }
}
