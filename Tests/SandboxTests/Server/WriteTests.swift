import Foundation
import Sandbox
import Testing

/// What the API's writes do, over HTTP.
@Suite struct WriteTests {
  private let served: Served

  init() throws { served = try Served() }

  private func text(_ item: [String: Any]) -> [String: Any] {
    item["text"] as? [String: Any] ?? [:]
  }

  private func post(_ content: String, as account: Int = 1) throws -> String {
    let answer = try served.send(
      "POST",
      "/conversations/\(served.group)/messages",
      as: account,
      form: ["content": content, "subject": "S & T"]
    )
    return try #require(try answer.object()["itemId"] as? String)
  }

  private func item(_ id: String) throws -> [String: Any] {
    try served.get("/conversations/messages/\(id)").object()
  }

  private var messages: String { "/conversations/\(served.group)/messages" }

  @Test func postEditDelete() throws {
    let now = served.tenant.clock.now
    let content = "a + b = \"c\" & 100 %\n\u{1}<b>über</b> 日本 👍"
    let id = try post(content)
    let posted = try item(id)
    #expect(posted["creationTime"] as? Int == now && posted["modificationTime"] as? Int == now)
    #expect(posted["creatorId"] as? String == "ana" && posted["type"] as? String == "TEXT")
    #expect(text(posted)["content"] as? String == content)
    #expect(text(posted)["subject"] as? String == "S & T")

    served.tenant.clock.advance(by: 5)
    let other = try served.send("PUT", "\(messages)/\(id)", as: 2, form: ["content": "no"])
    #expect(other.status == 403)
    let edited = try served.send("PUT", "\(messages)/\(id)", form: ["content": "new"]).object()
    #expect(
      text(edited)["content"] as? String == "new" && text(edited)["state"] as? String == "EDITED"
    )
    #expect(text(edited)["subject"] as? String == "S & T")
    #expect(edited["modificationTime"] as? Int == now + 5 && edited["creationTime"] as? Int == now)

    served.tenant.clock.advance(by: 5)
    #expect(try served.send("DELETE", "\(messages)/\(id)").status == 200)
    let deleted = try item(id)
    #expect(text(deleted)["state"] as? String == "DELETED")
    #expect(text(deleted)["content"] as? String == "" && text(deleted)["subject"] == nil)
    #expect(deleted["modificationTime"] as? Int == now + 10)
    #expect(try served.send("PUT", "\(messages)/\(id)", form: ["content": "x"]).status == 400)
  }

  @Test func repliesHaveTheirHead() throws {
    let head = try post("question")
    let reply = try served.send("POST", "\(messages)/\(head)", as: 2, form: ["content": "answer"])
    #expect(text(try reply.object())["parentId"] as? String == head)
    #expect(try served.send("POST", "\(messages)/nothing", form: ["content": "x"]).status == 400)
  }

  @Test(arguments: [false, true]) func likesTouchTheItemOnlyWhenToldTo(touches: Bool) throws {
    served.tenant.likesTouchItems = touches
    let id = try post("like me")
    served.tenant.clock.advance(by: 7)
    #expect(try served.send("POST", "\(messages)/\(id)/like", as: 2).status == 200)
    #expect(text(try item(id))["likedUserIds"] as? [String] == ["bo"])
    let expected = served.tenant.clock.now - (touches ? 0 : 7)
    #expect(try item(id)["modificationTime"] as? Int == expected)
    #expect(try served.send("DELETE", "\(messages)/\(id)/like", as: 2).status == 200)
    #expect(text(try item(id))["likedUserIds"] == nil)
  }

  @Test func flagsPinsFavouritesAndLabels() throws {
    let id = try post("mark me")
    let room = "/conversations/\(served.group)"
    #expect(try served.send("POST", "\(messages)/\(id)/flag").status == 200)
    #expect(try served.get("/conversations/messages/flag").objects().count == 1)
    #expect(try served.send("DELETE", "\(messages)/\(id)/flag").status == 200)
    #expect(try served.get("/conversations/messages/flag").objects().isEmpty)

    #expect(try served.send("POST", "\(room)/pins/\(id)", as: 2).status == 200)
    let pin = try #require(try served.get("\(room)/pins").objects().first)
    #expect(pin["conversationItemId"] as? String == id)
    #expect(pin["pinnedTime"] as? Int == served.tenant.clock.now)
    #expect(try served.send("DELETE", "\(room)/pins/\(id)").status == 200)
    #expect(try served.get("\(room)/pins").objects().isEmpty)

    #expect(try served.send("POST", "\(room)/favorite").status == 200)
    #expect(try served.get("/conversations/favorite").json() as? [String] == [served.group])
    #expect(try served.send("DELETE", "\(room)/favorite").status == 200)
    #expect(
      try served.send("DELETE", "\(room)/favorite").message
        == "the conversation was not marked before"
    )

    let label = try served.send("POST", "\(room)/label", form: ["label": "für später"]).object()
    let labelId = try #require(label["labelId"] as? String)
    #expect(label["value"] as? String == "für später")
    let page = try served.get("/conversations/label/\(labelId)").object()
    #expect((page["conversationList"] as? [Any])?.count == 1 && page["hasMore"] as? Bool == false)
    #expect(try served.send("DELETE", "\(room)/label/\(labelId)").status == 200)
    #expect(try served.send("DELETE", "\(room)/label/\(labelId)").status == 400)
    #expect(try served.send("POST", "/users/labels", form: ["label": "spare"]).status == 200)
    #expect(try served.get("/users/labels").objects().count == 2)
    #expect(try served.send("DELETE", "/users/labels/spare").status == 200)
    #expect(try served.send("DELETE", "/users/labels/\(labelId)").status == 200)
    #expect(try served.get("/users/labels").objects().isEmpty)
  }

  @Test func conversationsChangeWithASystemItem() throws {
    let now = served.tenant.clock.now
    func latest(_ conversation: String) throws -> [String: Any] {
      let items = try served.get("/conversations/\(conversation)/items?results=1", as: 2).objects()
      return items.first?["system"] as? [String: Any] ?? [:]
    }
    let renamed = try served.send(
      "PUT",
      "/conversations/group/\(served.group)",
      form: ["topic": "Lx"]
    )
    #expect(try renamed.object()["topic"] as? String == "Lx")
    #expect(try renamed.object()["modificationTime"] as? Int == now)
    #expect(try latest(served.group)["newTopic"] as? String == "Lx")
    #expect(try latest(served.group)["oldTopic"] as? String == "Lisbon")

    served.tenant.clock.advance(by: 1)
    let people = "/conversations/group/\(served.group)/participants"
    let added = try served.send("POST", people, form: ["participants": "cy@example.com"])
    #expect(try added.object()["participants"] as? [String] == ["ana", "bo", "cy"])
    #expect(try latest(served.group)["affectedParticipants"] as? [String] == ["cy"])
    served.tenant.clock.advance(by: 1)
    #expect(try served.send("DELETE", "\(people)?participants=ana,cy").status == 200)
    #expect(try latest(served.group)["type"] as? String == "PARTICIPANT_REMOVED")
    #expect(try served.get("/conversations/\(served.group)").status == 400)

    let join = "/conversations/community/\(served.community)/join"
    served.tenant.clock.advance(by: 1)
    #expect(try served.send("POST", join, as: 2).status == 200)
    #expect(try served.send("POST", join, as: 2).status == 400)
    #expect(try latest(served.community)["type"] as? String == "PARTICIPANT_ADDED")
    let wrong = try served.send(
      "PUT",
      "/conversations/community/\(served.group)",
      form: ["topic": "x"]
    )
    #expect(wrong.message == "the conversation is not of type COMMUNITY")
    let described = try served.send(
      "PUT",
      "/conversations/community/\(served.community)",
      as: 2,
      form: ["description": "All of tea"]
    )
    #expect(try described.object()["description"] as? String == "All of tea")
  }

  @Test func conversationsAreMade() throws {
    let group = try served.send(
      "POST",
      "/conversations/group",
      form: ["participants": "bo", "participants": "cy", "topic": "New"]
    ).object()
    #expect(group["participants"] as? [String] == ["ana", "bo", "cy"])
    let community = try served.send("POST", "/conversations/community", form: ["topic": "Open"])
    #expect(try community.object()["type"] as? String == "COMMUNITY")
    let direct = try served.send("POST", "/conversations/direct", form: ["participant": "cy"])
    #expect(direct.status == 200)
    let again = try served.send("POST", "/conversations/direct", form: ["participant": "cy"])
    #expect(again.status == 409)
    #expect(try again.object()["convId"] as? String == (try direct.object()["convId"] as? String))
    let nobody = try served.send("POST", "/conversations/group", form: ["participants": "nobody"])
    #expect(nobody.message == "one or more of the user do not exist")
  }
}
