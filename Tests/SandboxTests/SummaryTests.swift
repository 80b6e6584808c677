import Foundation
import Sandbox
import Testing

@Suite struct SummaryTests {
  @Test func summaryOfATinyTenantEqualsARecount() throws {
    let archive = try Archive(.init(items: 30, seed: 11))
    try expectRecount(archive, archive.records("items", as: ItemRecord.self))
  }

  @Test func summaryOfALargerTenantEqualsARecount() throws {
    try expectRecount(Archive.large.get(), Archive.largeItems.get())
  }

  private func expectRecount(_ archive: Archive, _ items: [ItemRecord]) throws {
    let messages = items.filter(\.isMessage)
    let conversations = try archive.records("conversations", as: ConversationRecord.self)
    let flags = try archive.records("flags", as: FlagRecord.self)
    let texts = messages.compactMap(\.text)

    var recount = SyntheticTenant.Summary()
    recount.users = try archive.lines("users").count
    recount.conversations = conversations.count
    recount.direct = conversations.count { $0.type == "DIRECT" }
    recount.group = conversations.count { $0.type == "GROUP" }
    recount.community = conversations.count { $0.type == "COMMUNITY" }
    recount.large = conversations.count { $0.type == "LARGE" }
    recount.items = items.count
    recount.messages = messages.count
    recount.deleted = items.count { $0.text?.state == "DELETED" }
    recount.system = items.count { $0.type == "SYSTEM" && $0.system != nil }
    recount.calls = items.count { $0.type == "RTC" && $0.rtc != nil }
    recount.edited = texts.count { $0.state == "EDITED" }
    recount.replies = texts.count { $0.parentId != nil }
    recount.subjects = texts.count { $0.subject != nil }
    recount.rich = texts.count { $0.contentType == "RICH" }
    recount.webhook = texts.count { $0.isWebhookMessage == true }
    recount.liked = texts.count { $0.likedUserIds != nil }
    recount.likes = texts.reduce(0) { $0 + ($1.likedUserIds?.count ?? 0) }
    recount.withFiles = messages.count { $0.attachments != nil }
    recount.files = messages.reduce(0) { $0 + ($1.attachments?.count ?? 0) }
    recount.previews = texts.count { $0.preview != nil }
    recount.forms = texts.count { $0.formMetaData != nil }
    recount.flags = flags.count
    recount.flagged = Set(flags.map(\.itemId)).count
    recount.labels = try archive.lines("labels").count
    recount.favorites = try archive.lines("favorites").count
    recount.pins = try archive.lines("pins").count
    recount.firstTime = try #require(items.map(\.creationTime).min())
    recount.lastTime = try #require(items.map(\.creationTime).max())
    recount.itemBytes = try archive.data("items").count
    recount.bytes = try Archive.names.reduce(0) { try $0 + archive.data($1).count }
    #expect(archive.summary == recount)
  }
}
