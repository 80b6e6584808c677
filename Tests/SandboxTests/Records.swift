import Foundation

/// The archive's records as a reader who shares no code with the writer sees them.
struct UserRecord: Decodable {
  let userId: String
  let displayName: String
  let emailAddress: String
  let userType: String
}

struct ConversationRecord: Decodable {
  let convId: String
  let type: String
  let creatorId: String
  let creationTime: Int
  let modificationTime: Int
  let participants: [String]
  let topic: String?
}

struct ItemRecord: Decodable {
  struct Text: Decodable {
    let content: String?
    let contentType: String
    let state: String
    let parentId: String?
    let subject: String?
    let likedUserIds: [String]?
    let isWebhookMessage: Bool?
    let formMetaData: String?
    let preview: Preview?
  }
  struct Preview: Decodable { let srcURL: String }
  struct System: Decodable {
    let type: String
    let affectedParticipants: [String]?
    let newTopic: String?
  }
  struct Call: Decodable {
    struct Participant: Decodable { let userId: String? }
    let type: String
    let rtcParticipants: [Participant]
  }
  struct Attachment: Decodable {
    let fileId: String
    let itemId: String
    let size: Int
  }

  let itemId: String
  let convId: String
  let type: String
  let creatorId: String
  let creationTime: Int
  let modificationTime: Int
  let text: Text?
  let system: System?
  let rtc: Call?
  let attachments: [Attachment]?

  var isMessage: Bool { type == "TEXT" && text?.state != "DELETED" }
}

struct FlagRecord: Decodable {
  let userId: String
  let itemId: String
  let convId: String
}

struct LabelRecord: Decodable {
  let userId: String
  let labelId: String
  let value: String
  let convIds: [String]
}

struct FavoriteRecord: Decodable {
  let userId: String
  let convId: String
}

struct PinRecord: Decodable {
  let convId: String
  let itemId: String
  let pinnedTime: Int
  let userId: String
}
