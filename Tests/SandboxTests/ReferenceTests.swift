import Foundation
import Sandbox
import Testing

/// What the files say of each other holds.
@Suite struct ReferenceTests {
  private let archive: Archive
  private let users: [UserRecord]
  private let conversations: [ConversationRecord]
  private let items: [ItemRecord]

  init() throws {
    archive = try Archive(.init(items: 2_500, seed: 4))
    users = try archive.records("users", as: UserRecord.self)
    conversations = try archive.records("conversations", as: ConversationRecord.self)
    items = try archive.records("items", as: ItemRecord.self)
  }

  private var people: Set<String> { Set(users.map(\.userId)) }
  private var members: [String: Set<String>] {
    Dictionary(uniqueKeysWithValues: conversations.map { ($0.convId, Set($0.participants)) })
  }

  @Test func identifiersAreDistinctUUIDs() throws {
    let labels = try archive.records("labels", as: LabelRecord.self).map(\.labelId)
    let files = items.flatMap { $0.attachments ?? [] }.map(\.fileId)
    let all =
      users.map(\.userId) + conversations.map(\.convId) + items.map(\.itemId) + files + labels
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { UUID(uuidString: $0)?.uuidString.lowercased() == $0 })
    #expect(Set(users.map(\.emailAddress)).count == users.count)
  }

  @Test func creatorsAndPeopleTakePart() {
    let members = members
    for conversation in conversations {
      #expect(conversation.participants.contains(conversation.creatorId))
      #expect(Set(conversation.participants).isSubset(of: people))
      #expect(Set(conversation.participants).count == conversation.participants.count)
      #expect((conversation.type == "DIRECT") == (conversation.topic == nil))
      #expect(conversation.type != "DIRECT" || conversation.participants.count == 2)
    }
    for item in items {
      let inside = members[item.convId, default: []]
      #expect(inside.contains(item.creatorId))
      let likes = item.text?.likedUserIds ?? []
      #expect(inside.isSuperset(of: likes) && Set(likes).count == likes.count)
      #expect(inside.isSuperset(of: item.rtc?.rtcParticipants.compactMap(\.userId) ?? []))
      #expect(people.isSuperset(of: item.system?.affectedParticipants ?? []))
    }
  }

  @Test func repliesFollowTheirHeads() throws {
    var seen: [String: ItemRecord] = [:]
    for item in items {
      if let parent = item.text?.parentId {
        let head = try #require(seen[parent], "a reply stands before its head")
        #expect(head.convId == item.convId)
        #expect(head.text?.parentId == nil && head.isMessage)
        #expect(head.creationTime <= item.creationTime)
      }
      seen[item.itemId] = item
    }
  }

  @Test func timesLieInTheRange() {
    let plan = SyntheticTenant.Plan(items: 2_500, seed: 4)
    let created = Dictionary(
      uniqueKeysWithValues: conversations.map { ($0.convId, $0.creationTime) }
    )
    for item in items {
      #expect((plan.start...plan.end).contains(item.creationTime))
      #expect((item.creationTime...plan.end).contains(item.modificationTime))
      #expect(created[item.convId, default: .max] <= item.creationTime)
      let isChanged = item.modificationTime > item.creationTime
      #expect(isChanged == ["EDITED", "DELETED"].contains(item.text?.state ?? ""))
    }
    for conversation in conversations {
      #expect(conversation.creationTime <= conversation.modificationTime)
    }
  }

  @Test func deletedMessagesAreEmpty() {
    let deleted = items.filter { $0.text?.state == "DELETED" }
    #expect(!deleted.isEmpty)
    for item in deleted {
      #expect(item.text?.content ?? "" == "")
      #expect(item.attachments == nil && item.text?.likedUserIds == nil)
    }
  }

  @Test func filesBelongToTheirItems() {
    for item in items {
      for file in item.attachments ?? [] {
        #expect(file.itemId == item.itemId && file.size > 0)
      }
    }
  }

  @Test func marksPointAtMessagesTheirPeopleCanSee() throws {
    let members = members
    let messages = Dictionary(
      uniqueKeysWithValues: items.filter(\.isMessage).map { ($0.itemId, $0) }
    )
    let flags = try archive.records("flags", as: FlagRecord.self)
    for flag in flags {
      #expect(messages[flag.itemId]?.convId == flag.convId)
      #expect(members[flag.convId, default: []].contains(flag.userId))
    }
    #expect(Set(flags.map { $0.userId + $0.itemId }).count == flags.count)
    for pin in try archive.records("pins", as: PinRecord.self) {
      let message = try #require(messages[pin.itemId])
      #expect(message.convId == pin.convId && message.creationTime <= pin.pinnedTime)
      #expect(members[pin.convId, default: []].contains(pin.userId))
    }
    for label in try archive.records("labels", as: LabelRecord.self) {
      #expect(Set(label.convIds).count == label.convIds.count && !label.convIds.isEmpty)
      #expect(label.convIds.allSatisfy { members[$0, default: []].contains(label.userId) })
    }
    for favorite in try archive.records("favorites", as: FavoriteRecord.self) {
      #expect(members[favorite.convId, default: []].contains(favorite.userId))
    }
  }

  @Test func mentionsNameUsers() throws {
    var mentions = 0
    for item in items where item.text?.contentType == "RICH" {
      let pieces = (item.text?.content ?? "").components(separatedBy: "class=\"mention\" abbr=\"")
      for piece in pieces.dropFirst() {
        #expect(people.contains(String(piece.prefix(36))))
        mentions += 1
      }
    }
    #expect(mentions > 20)
  }

  @Test func renamesEndInThePresentTopic() {
    let topics = Dictionary(uniqueKeysWithValues: conversations.map { ($0.convId, $0.topic) })
    let renames = items.filter { $0.system?.type == "CONVERSATION_RENAMED" }
    #expect(!renames.isEmpty)
    for rename in renames { #expect(rename.system?.newTopic == topics[rename.convId]) }
  }
}
