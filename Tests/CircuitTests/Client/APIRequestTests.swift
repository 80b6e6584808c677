import Testing

@testable import Circuit

@Suite struct APIRequestTests {
  /// Each operation as it stands in the API's reference: method GET, path, parameters in its spelling.
  @Test func everyOperationAsksAsTheReferenceSays() {
    let id = "0a-b"
    let asked: [(String, String)] = [
      Self.line(.conversations()), Self.line(.conversations(modTime: 0, direction: .after)),
      Self.line(.communities(sort: .popularity, order: .descending, startIndex: 255)),
      Self.line(.conversations(withIds: ["a", "b"])), Self.line(.conversation(id)),
      Self.line(.conversationItems(of: id, modTime: 1_772_366_400_123, direction: .after)),
      Self.line(.conversationItems(of: id, modTime: nil, results: 25)), Self.line(.item(id)),
      Self.line(.flaggedItems()), Self.line(.flaggedItems(in: id)), Self.line(.favorites()),
      Self.line(.pins(in: id)), Self.line(.participants(of: id)),
      Self.line(.participants(of: id, pointer: "p q", pageSize: 10, type: "GUEST")),
      Self.line(.conversations(labelled: id, pointer: "x")),
      Self.line(.directConversation(with: "ana@example.org")),
      Self.line(.invitation(token: "secret")),
      Self.line(.search("a b&c", scope: .sentBy, includeItemIds: true)), Self.line(.profile()),
      Self.line(.user("ana+b@example.org")), Self.line(.users(named: ["a", "b"])),
      Self.line(.labels()),
    ]
    let expected = [
      ("getConversations", "/conversations?direction=BEFORE&results=100"),
      (
        "getConversations",
        "/conversations?modTime=1970-01-01T00%3A00%3A00.000Z&direction=AFTER&results=100"
      ),
      (
        "getCommunityConversations",
        "/conversations/community?sort=POPULARITY&order=DESCENDING&includeOwn=true"
          + "&startIndex=255&results=100"
      ),
      ("getConversationsById", "/conversations/byIds?convIds=a&convIds=b"),
      ("getConversationbyId", "/conversations/0a-b"),
      (
        "getConversationItems",
        "/conversations/0a-b/items?modTime=2026-03-01T12%3A00%3A00.123Z"
          + "&direction=AFTER&results=100"
      ),
      ("getConversationItems", "/conversations/0a-b/items?direction=BEFORE&results=25"),
      ("getSingleConversationtem", "/conversations/messages/0a-b"),
      ("getFlagItemConv", "/conversations/messages/flag"),
      ("getFlagItem", "/conversations/0a-b/messages/flag"),
      ("getFavoriteConversations", "/conversations/favorite"),
      ("getPinnedConversations", "/conversations/0a-b/pins"),
      ("getParticipantsByConvId", "/conversations/0a-b/participants?pageSize=100"),
      (
        "getParticipantsByConvId",
        "/conversations/0a-b/participants?pageSize=10&type=GUEST&searchPointer=p%20q"
      ),
      ("getConversationsByLabel", "/conversations/label/0a-b?nextPagePointer=x&pageSize=100"),
      ("getDirectConversation", "/conversations/direct?participant=ana%40example.org"),
      ("resolveInvitationToken", "/conversations/resolveinvitetoken?token=secret"),
      (
        "searchConversations",
        "/conversations/search?term=a%20b%26c&includeItemIds=true&scope=SENTBY"
      ),
      ("getProfile", "/users/profile"), ("getUserById", "/users/ana%2Bb%40example.org"),
      ("searchUsersList", "/users/list?name=a&name=b&returnFullUserInfo=true"),
      ("getLabel", "/users/labels"),
    ]
    #expect(asked.map(\.0) == expected.map(\.0))
    #expect(asked.map(\.1) == expected.map(\.1))
  }

  @Test func anIdStaysOneSegmentWhateverItHolds() {
    #expect(
      APIRequest.conversation("../a?b#c%2f d\u{0}é").target.text
        == "/conversations/..%2Fa%3Fb%23c%252f%20d%00%C3%A9"
    )
  }

  @Test func theTokenOfAnInvitationIsNotShown() {
    let request = APIRequest.invitation(token: "s3cret")
    #expect(request.target.text.contains("s3cret"))
    #expect("\(request)" == "resolveInvitationToken /conversations/resolveinvitetoken?token=…")
  }

  @Test(arguments: [
    (0 as Int64, "1970-01-01T00:00:00.000Z"), (-1, "1970-01-01T00:00:00.000Z"),
    (951_825_599_999, "2000-02-29T11:59:59.999Z"), (.max, "9999-12-31T23:59:59.999Z"),
  ])
  func timesAreDateTimes(time: Int64, text: String) {
    #expect(RequestTarget.dateTime(ofMilliseconds: time) == text)
  }

  private static func line<Answer>(_ request: APIRequest<Answer>) -> (String, String) {
    (request.operation, request.target.text)
  }
}
