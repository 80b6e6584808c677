import Foundation
import Sandbox
import Testing

/// Every read operation answers in the shape that the API's reference gives it.
@Suite struct ShapeTests {
  /// Names that an object of the reference has, with the kind of their values.
  ///
  /// Those in `always` must be there, the others may be. What is not listed is not in the reference.
  private struct Shape: Sendable {
    var always: [String: Kind]
    var maybe: [String: Kind] = [:]
  }
  private indirect enum Kind: Sendable {
    case text, number, flag, texts
    case object(Shape)
    case objects(Shape)
  }

  private static let conversation = Shape(
    always: [
      "convId": .text, "type": .text, "creatorId": .text, "creationTime": .number,
      "modificationTime": .number, "participants": .texts,
    ],
    maybe: [
      "topic": .text, "topicPlaceholder": .text, "description": .text, "creatorTenantId": .text,
      "isModerated": .flag, "isGuestAccessDisabled": .flag, "avatar": .text, "avatarLarge": .text,
    ]
  )
  private static let attachment = Shape(
    always: ["fileId": .text, "fileName": .text, "mimeType": .text, "size": .number],
    maybe: [
      "url": .text, "deleteUrl": .text, "itemId": .text, "creatorId": .text,
      "creationTime": .number, "modificationTime": .number,
    ]
  )
  private static let text = Shape(
    always: ["contentType": .text, "state": .text],
    maybe: [
      "content": .text, "subject": .text, "parentId": .text, "likedUserIds": .texts,
      "formMetaData": .text, "isWebhookMessage": .flag,
      "preview": .object(
        Shape(
          always: [:],
          maybe: ["title": .text, "type": .text, "srcURL": .text, "imageURI": .text]
        )
      ),
    ]
  )
  private static let rtc = Shape(
    always: ["type": .text],
    maybe: [
      "ended": .object(
        Shape(
          always: [:],
          maybe: [
            "duration": .number, "maxNumberOfAttendees": .number, "pickFromParticipant": .text,
          ]
        )
      ),
      "missed": .text,
      "moved": .object(Shape(always: ["conversationId": .text], maybe: ["direction": .text])),
      "rtcParticipants": .objects(
        Shape(
          always: [:],
          maybe: ["userId": .text, "displayName": .text, "phoneNumber": .text, "type": .text]
        )
      ),
    ]
  )
  private static let item = Shape(
    always: [
      "itemId": .text, "convId": .text, "type": .text, "creatorId": .text, "creationTime": .number,
      "modificationTime": .number, "includeInUnreadCount": .flag,
    ],
    maybe: [
      "attachments": .objects(attachment), "text": .object(text), "rtc": .object(rtc),
      "system": .object(
        Shape(
          always: ["type": .text],
          maybe: ["affectedParticipants": .texts, "oldTopic": .text, "newTopic": .text]
        )
      ),
    ]
  )
  private static let user = Shape(
    always: ["userId": .text, "displayName": .text],
    maybe: [
      "firstName": .text, "lastName": .text, "emailAddress": .text, "userType": .text,
      "userState": .text, "locale": .text, "primaryTenantId": .text, "company": .text,
      "department": .text, "jobTitle": .text,
    ]
  )
  private static let label = Shape(always: ["labelId": .text, "value": .text])
  private static let participants = Shape(
    always: [
      "participantList": .objects(
        Shape(
          always: ["userId": .text, "isDeleted": .flag],
          maybe: ["displayName": .text, "firstName": .text, "lastName": .text, "type": .text]
        )
      ),
      "hasMore": .flag,
    ],
    maybe: ["searchPointer": .text]
  )
  private static let matches = Shape(
    always: [
      "matchingConversations": .objects(Shape(always: ["convId": .text, "itemIds": .texts]))
    ]
  )

  private static func check(_ value: Any, _ kind: Kind, at place: String) {
    switch kind {
    case .text: #expect(value is String, "\(place)")
    case .number: #expect(value is NSNumber, "\(place)")
    case .flag: #expect(value is Bool, "\(place)")
    case .texts: #expect(value is [String], "\(place)")
    case .object(let shape):
      let object = value as? [String: Any]
      #expect(object != nil, "\(place)")
      for name in shape.always.keys { #expect(object?[name] != nil, "\(place).\(name)") }
      for (name, value) in object ?? [:] {
        guard let kind = shape.always[name] ?? shape.maybe[name] else {
          Issue.record("\(place).\(name) is not in the reference")
          continue
        }
        check(value, kind, at: "\(place).\(name)")
      }
    case .objects(let shape):
      let list = value as? [[String: Any]]
      #expect(list != nil, "\(place)")
      for object in list ?? [] { check(object, .object(shape), at: place) }
    }
  }

  @Test func readsOfASyntheticTenantHaveTheirShapes() throws {
    let tenant = try SandboxTenant(synthetic: .init(items: 600, seed: 3))
    let server = try SandboxServer(tenant)
    try server.start()
    defer { server.stop() }
    let me = server.accounts[0]
    let room = try #require(try tenant.conversationIds(of: me.userId).first)
    let flagged = try #require(try tenant.itemIds(in: room).last)
    try tenant.flag(flagged, by: me.userId)
    try tenant.pin(flagged)
    try tenant.setFavorite(true, room, of: me.userId)
    let labelId = try tenant.assignLabel("launch", to: room, by: me.userId)
    let page = Shape(
      always: ["conversationList": .objects(Self.conversation), "hasMore": .flag],
      maybe: ["nextPagePointer": .text]
    )
    let pin = Shape(
      always: ["conversationId": .text, "conversationItemId": .text, "pinnedTime": .number]
    )
    let operations: [(String, Kind)] = [
      ("/conversations", .objects(Self.conversation)),
      ("/conversations/community?includeOwn=true", .objects(Self.conversation)),
      ("/conversations/byIds?convIds=\(room)&convIds=nobody", .objects(Self.conversation)),
      ("/conversations/\(room)", .object(Self.conversation)),
      ("/conversations/\(room)/items?results=100", .objects(Self.item)),
      ("/conversations/messages/\(flagged)", .object(Self.item)),
      ("/conversations/messages/flag", .objects(Self.item)),
      ("/conversations/\(room)/messages/flag", .objects(Self.item)),
      ("/conversations/favorite", .texts),
      ("/conversations/\(room)/pins", .objects(pin)),
      ("/conversations/\(room)/participants?pageSize=2", .objects(Self.participants)),
      ("/conversations/label/\(labelId)", .object(page)),
      (
        "/conversations/resolveinvitetoken?token=\(tenant.invitationToken(of: room))",
        .object(Self.conversation)
      ),
      ("/conversations/search?term=the&includeItemIds=true", .object(Self.matches)),
      ("/users/profile", .object(Self.user)),
      ("/users/\(me.userId)", .object(Self.user)),
      ("/users/list?name=\(me.userId)&returnFullUserInfo=true", .objects(Self.user)),
      ("/users/labels", .objects(Self.label)),
    ]
    let client = try LoopbackClient(port: server.port)
    for (path, kind) in operations {
      let answer = try client.send(
        "GET",
        "/rest/v2\(path)",
        headers: ["Authorization": "Bearer \(server.token(of: me))"]
      )
      #expect(answer.status == 200, "\(path)")
      #expect(answer.headers["content-type"] == "application/json", "\(path)")
      let value = try answer.json()
      #expect((value as? [Any])?.isEmpty != true, "\(path) shows nothing to look at")
      Self.check(value, kind, at: path)
    }
  }

  @Test func directConversationIsFoundByIdAndAddress() throws {
    let served = try Served()
    for name in ["bo", "bo%40example.com"] {
      let answer = try served.get("/conversations/direct?participant=\(name)")
      #expect(try answer.object()["convId"] as? String == served.direct)
      Self.check(try answer.json(), .object(Self.conversation), at: "direct")
    }
  }
}
