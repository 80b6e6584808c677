import Sandbox
import Testing

/// An account sees what its user takes part in, the communities' list, and its own marks.
@Suite struct VisibilityTests {
  private let served: Served

  init() throws { served = try Served() }

  private func ids(_ path: String, as account: Int = 1) throws -> Set<String> {
    Set(try served.get(path, as: account).objects().compactMap { $0["convId"] as? String })
  }

  @Test func listsHoldOnesOwnConversations() throws {
    #expect(try ids("/conversations") == [served.group, served.direct])
    #expect(try ids("/conversations", as: 2) == [served.group, served.direct, served.other])
  }

  @Test func communitiesAreListedForThoseWhoAreNotIn() throws {
    #expect(try ids("/conversations/community") == [served.community])
    #expect(try served.get("/conversations/\(served.community)").status == 200)
    try served.tenant.join(served.community, by: "ana")
    #expect(try ids("/conversations/community") == [])
    #expect(try ids("/conversations/community?includeOwn=true") == [served.community])
    #expect(try ids("/conversations").contains(served.community))
  }

  @Test func byIdsLeavesOutWhatIsNotVisible() throws {
    let query = [served.group, served.other, "nobody", served.community]
      .map { "convIds=\($0)" }.joined(separator: "&")
    #expect(try ids("/conversations/byIds?\(query)") == [served.group, served.community])
  }

  @Test func marksAreOnesOwn() throws {
    let item = try served.tenant.post("mark me", in: served.group, by: "bo")
    try served.tenant.flag(item, by: "ana")
    try served.tenant.setFavorite(true, served.group, of: "ana")
    try served.tenant.assignLabel("launch", to: served.group, by: "ana")
    for (path, count) in [
      ("/conversations/messages/flag", 1), ("/users/labels", 1), ("/conversations/favorite", 1),
      ("/conversations/\(served.group)/messages/flag", 1),
    ] {
      #expect((try served.get(path).json() as? [Any])?.count == count, "\(path)")
      #expect((try served.get(path, as: 2).json() as? [Any])?.isEmpty == true, "\(path)")
    }
    try served.tenant.unflag(item, by: "ana")
    #expect(try served.get("/conversations/messages/flag").objects().isEmpty)
  }

  @Test(arguments: [400, 403]) func lostConversationIsGoneForOneAccountOnly(status: Int) throws {
    try served.tenant.lose(served.group, for: "ana", status: status)
    #expect(try served.get("/conversations/\(served.group)/items").status == status)
    #expect(try ids("/conversations") == [served.direct])
    #expect(try ids("/conversations", as: 2).contains(served.group))
    try served.tenant.regain(served.group, for: "ana")
    #expect(try ids("/conversations").contains(served.group))
  }

  @Test func oneAccountCanSeeEverything() throws {
    let served = try Served { $0.seesEverything = true }
    #expect(
      try served.get("/conversations").objects().count == served.tenant.conversationIds().count
    )
    #expect(try served.get("/conversations/\(served.other)/items").status == 200)
    #expect(try served.get("/conversations", as: 2).objects().count == 3)
  }

  @Test func participantsAreCutShortAndPaged() throws {
    let served = try Served { $0.participantLimit = 3 }
    for number in 1...8 { served.tenant.addUser("u\(number)", named: "User \(number)") }
    served.tenant.addUser("guest", named: "Guest User", type: "GUEST")
    let newcomers = (1...8).map { "u\($0)" } + ["guest"]
    try served.tenant.addParticipants(newcomers, to: served.group, by: "ana")
    let conversation = try served.get("/conversations/\(served.group)").object()
    #expect(conversation["participants"] as? [String] == ["ana", "bo", "u1"])

    /// Everyone of a type, page by page.
    func participants(_ query: String) throws -> [[String]] {
      var pages: [[String]] = []
      var pointer = ""
      repeat {
        let path = "/conversations/\(served.group)/participants?pageSize=4\(query)\(pointer)"
        let list = try #require(try served.get(path).objects().first)
        let people = list["participantList"] as? [[String: Any]] ?? []
        pages.append(people.compactMap { $0["userId"] as? String })
        pointer = (list["searchPointer"] as? String).map { "&searchPointer=\($0)" } ?? ""
        #expect((list["hasMore"] as? Bool) == !pointer.isEmpty)
      } while !pointer.isEmpty
      return pages
    }
    // The reference has REGULAR as the default of `type`.
    #expect(
      try participants("") == [
        ["ana", "bo", "u1", "u2"], ["u3", "u4", "u5", "u6"], ["u7", "u8"],
      ]
    )
    #expect(try participants("&type=GUEST") == [["guest"]])
    #expect(try participants("&name=user%208") == [["u8"]])
  }

  @Test func searchFindsByScope() throws {
    try served.tenant.post("the <b>Ship</b> sails", in: served.group, by: "bo")
    try served.tenant.post("ship again", in: served.other, by: "bo")
    func found(_ query: String) throws -> [String: [String]] {
      let answer = try served.get("/conversations/search?\(query)").object()
      let matches = answer["matchingConversations"] as? [[String: Any]] ?? []
      return Dictionary(
        uniqueKeysWithValues: matches.map {
          ($0["convId"] as? String ?? "", $0["itemIds"] as? [String] ?? [])
        }
      )
    }
    #expect(try found("term=SHIP") == [served.group: []])
    #expect(try found("term=ship&scope=MESSAGES&includeItemIds=true")[served.group]?.count == 1)
    #expect(try found("term=lisbon&scope=CONVERSATIONS") == [served.group: []])
    #expect(try found("term=ship&scope=CONVERSATIONS").isEmpty)
    #expect(try found("term=bo&scope=PEOPLE") == [served.direct: []])
    #expect(Set(try found("term=bo%20ek&scope=MEMBERS").keys) == [served.group, served.direct])
    #expect(try found("term=ek&scope=SENTBY") == [served.group: []])
    try served.tenant.assignLabel("launch", to: served.direct, by: "ana")
    #expect(try found("term=launch&scope=LABEL") == [served.direct: []])
  }
}
