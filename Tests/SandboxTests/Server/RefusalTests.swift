import Sandbox
import Testing

/// What the API refuses, it refuses with the documented status and words.
@Suite struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let status: Int
    let message: String
    var testDescription: String { path }

    init(_ path: String, _ status: Int, _ message: String) {
      self.path = path
      self.status = status
      self.message = message
    }
  }

  @Test(arguments: [
    Case("/conversations?results=0", 400, "a field constraint is violated: results"),
    Case("/conversations?results=101", 400, "a field constraint is violated: results"),
    Case("/conversations?results=ten", 400, "a field constraint is violated: results"),
    Case("/conversations?direction=UP", 400, "a field constraint is violated: direction"),
    Case("/conversations?modTime=yesterday", 400, "a field constraint is violated: modTime"),
    Case("/conversations?modTime=1800000000000", 400, "a field constraint is violated: modTime"),
    Case(
      "/conversations/community?startIndex=256",
      400,
      "a field constraint is violated: startIndex"
    ),
    Case("/conversations/community?sort=AGE", 400, "a field constraint is violated: sort"),
    Case(
      "/conversations/community?includeOwn=1",
      400,
      "a field constraint is violated: includeOwn"
    ),
    Case("/conversations/byIds", 400, "a field constraint is violated: convIds"),
    Case("/conversations/nobody", 400, "the conversation does not exist"),
    Case("/conversations/nobody/items", 400, "the conversation does not exist"),
    Case("/conversations/GROUP/participants", 400, "a field constraint is violated: pageSize"),
    Case("/conversations/OTHER/items", 400, "the user is no participant of the conversation"),
    Case("/conversations/OTHER", 400, "the user is no participant of the conversation"),
    Case("/conversations/COMMUNITY/items", 400, "the user is no participant of the conversation"),
    Case("/conversations/messages/nothing", 400, "the item with the given id was not found"),
    Case("/conversations/label/nothing", 400, "the label does not exist"),
    Case(
      "/conversations/direct?participant=ana",
      400,
      "the user is the same who initiates the request"
    ),
    Case("/conversations/direct?participant=nobody", 400, "one or more of the user do not exist"),
    Case("/conversations/resolveinvitetoken", 400, "a field constraint is violated: token"),
    Case(
      "/conversations/resolveinvitetoken?token=x",
      404,
      "the token does not exist or you are not member"
    ),
    Case("/conversations/search", 400, "a field constraint is violated: term"),
    Case(
      "/conversations/search?term=a&scope=NOWHERE",
      400,
      "a field constraint is violated: scope"
    ),
    Case("/users/nobody", 404, "the user does not exist"),
    Case("/users", 404, "the API has no such operation"),
  ])
  func isRefused(_ it: Case) throws {
    let served = try Served()
    let path = it.path.replacing("GROUP", with: served.group).replacing("OTHER", with: served.other)
      .replacing("COMMUNITY", with: served.community)
    let answer = try served.get(path)
    #expect(answer.status == it.status)
    #expect(answer.message == it.message)
  }

  @Test func nothingIsAnsweredWithoutAToken() throws {
    let served = try Served()
    let client = try LoopbackClient(port: served.server.port)
    for header in ["", "Bearer ", "Bearer nonsense", "Basic YTpi"] {
      let answer = try client.send(
        "GET",
        "/rest/v2/conversations",
        headers: ["Authorization": header]
      )
      #expect(answer.status == 401)
      #expect(answer.headers["www-authenticate"] == "Bearer error=\"invalid_token\"")
    }
    #expect(try client.send("GET", "/elsewhere").status == 404)
  }
}
