import Foundation
import Sandbox
import Testing

/// The demo has something to tell.
@Suite struct StoryTests {
  private let items: [ItemRecord]
  private let flags: [FlagRecord]

  init() throws {
    let archive = try Archive.plain.get()
    items = try Archive.plainItems.get()
    flags = try archive.records("flags", as: FlagRecord.self)
  }

  private func head(_ subject: String) throws -> ItemRecord {
    try #require(items.first { $0.text?.subject == subject })
  }

  @Test func anEscalationIsAnsweredByOthers() throws {
    let head = try head(
      "Escalation: badge readers block the Lisbon rollout"
    )
    let replies = items.filter { $0.text?.parentId == head.itemId }
    #expect(replies.count >= 7)
    #expect(replies.contains { $0.creatorId != head.creatorId })
    #expect(flags.contains { $0.itemId == head.itemId })
  }

  @Test func aQuestionIsUnanswered() throws {
    let head = try head(
      "Who signs off the rollback plan?"
    )
    #expect(!items.contains { $0.text?.parentId == head.itemId })
  }

  @Test func aContractIsFlagged() throws {
    let head = try head(
      "Harbour Freight Lines: contract for signature"
    )
    #expect(head.attachments?.count == 1)
    #expect(flags.count { $0.itemId == head.itemId } >= 2)
  }

  @Test func anAnnouncementIsLikedMost() throws {
    let head = try head(
      "We are moving: the new campus opens in March"
    )
    let most = items.map { $0.text?.likedUserIds?.count ?? 0 }.max()
    #expect(head.text?.likedUserIds?.count == most)
  }

  @Test func aPriceListIsEditedAfterItsReplies() throws {
    let head = try head("Price list 2027")
    let reply = try #require(items.first { $0.text?.parentId == head.itemId })
    #expect(head.text?.state == "EDITED" && head.modificationTime > reply.creationTime)
  }
}
