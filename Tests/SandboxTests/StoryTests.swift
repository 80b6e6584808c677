import Foundation
import Sandbox
import Testing

/// The demo has something to tell.
@Suite struct StoryTests {
  private let items: [ItemRecord]
  private let flags: [FlagRecord]

  init() throws {
    let archive = try Archive(.init(items: 3_000, seed: 1))
    items = try archive.records("items", as: ItemRecord.self)
    flags = try archive.records("flags", as: FlagRecord.self)
  }

  private func head(_ subject: String) throws -> ItemRecord {
    try #require(items.first { $0.text?.subject?.contains(subject) == true })
  }

  @Test func anEscalationIsAnsweredByOthers() throws {
    let head = try head("Escalation")
    let replies = items.filter { $0.text?.parentId == head.itemId }
    #expect(replies.count >= 7)
    #expect(replies.contains { $0.creatorId != head.creatorId })
    #expect(flags.contains { $0.itemId == head.itemId })
  }

  @Test func aQuestionIsUnanswered() throws {
    let head = try head("rollback plan?")
    #expect(!items.contains { $0.text?.parentId == head.itemId })
  }

  @Test func aContractIsFlagged() throws {
    let head = try head("contract for signature")
    #expect(head.attachments?.count == 1)
    #expect(flags.count { $0.itemId == head.itemId } >= 2)
  }

  @Test func anAnnouncementIsLikedMost() throws {
    let head = try head("new campus")
    let week = head.creationTime - 7 * 86_400_000
    let most = items.filter { $0.creationTime > week }
      .map { $0.text?.likedUserIds?.count ?? 0 }.max()
    #expect(head.text?.likedUserIds?.count == most)
  }

  @Test func aPriceListIsEditedAfterItsReplies() throws {
    let head = try head("Price list 2027")
    let reply = try #require(items.first { $0.text?.parentId == head.itemId })
    #expect(head.text?.state == "EDITED" && head.modificationTime > reply.creationTime)
  }
}
