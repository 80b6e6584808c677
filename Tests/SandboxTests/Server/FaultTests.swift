import Foundation
import Sandbox
import Testing

/// Every fault, as a client meets it on the wire.
@Suite struct FaultTests {
  private let served: Served

  init() throws {
    served = try Served()
    try served.tenant.post(count: 20, in: served.group, by: "ana")
  }

  private func items() throws -> LoopbackClient.Answer {
    try served.get("/conversations/\(served.group)/items")
  }

  private func set(_ faults: String...) throws {
    served.server.faults = try faults.map { try SandboxFault($0) }
  }

  @Test func statusComesWithItsRetryAfter() throws {
    try set("429:times=1,retry-after=2")
    let seconds = try items()
    #expect(seconds.status == 429 && seconds.headers["retry-after"] == "2")
    #expect(try seconds.object()["code"] as? String == "TOO_MANY_REQUESTS")
    #expect(try items().status == 200)

    try set("503:retry-date=30")
    let header = try #require(try items().headers["retry-after"])
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let date = try #require(format.date(from: header))
    #expect((20...40).contains(date.timeIntervalSinceNow))
    try set("500")
    #expect(try items().status == 500)
  }

  @Test func resetEndsTheConnection() throws {
    try set("reset:times=1")
    let error = #expect(throws: LoopbackClient.Fault.self) { try items() }
    #expect(error == .ended(ECONNRESET))
    #expect(try items().status == 200)
    #expect(served.server.requests.map(\.status) == [nil, 200])
  }

  @Test func truncatedBodyIsShorterThanItsLength() throws {
    let whole = try items()
    try set("truncate")
    let half = try items()
    #expect(half.status == 200 && !half.isWhole)
    #expect(half.body == whole.body.prefix(whole.body.count / 2))
  }

  @Test func badJSONHasItsWholeLength() throws {
    try set("bad-json")
    let answer = try items()
    #expect(answer.status == 200 && answer.isWhole && !answer.body.isEmpty)
    #expect(throws: (any Error).self) { try answer.json() }
    try set("html")
    let page = try items()
    #expect(page.status == 200 && page.headers["content-type"] == "text/html")
  }

  @Test func delaysAndStallsCost() throws {
    func time() throws -> Duration {
      var isWhole = false
      let elapsed = try ContinuousClock().measure { isWhole = try items().isWhole }
      #expect(isWhole)
      return elapsed
    }
    try set("delay:ms=60")
    #expect(try time() >= .milliseconds(60))
    try set("stall:ms=60")
    #expect(try time() >= .milliseconds(60))
    try set()
    served.server.latency = 60
    #expect(try time() >= .milliseconds(60))
  }

  @Test func stoppingEndsAllWaiting() throws {
    served.server.latency = 3_600_000
    let server = served.server
    let port = server.port
    let elapsed = try ContinuousClock().measure {
      let client = try LoopbackClient(port: port)
      let stopper = Thread {
        usleep(50_000)
        server.stop()
      }
      stopper.start()
      _ = try? client.send("GET", "/rest/v2/users/profile")
    }
    #expect(elapsed < .seconds(15))
    #expect(server.port == 0)
  }

  @Test func tokenExpiresFromTheRequestOn() throws {
    try set("expire-token:after=1,times=1")
    #expect(try items().status == 200)
    #expect(try items().status == 401)
    #expect(try items().status == 401)
    try served.server.renewToken(of: served.server.accounts[0])
    #expect(try items().status == 200)
  }

  @Test(arguments: [400, 403]) func conversationIsLostFromTheRequestOn(status: Int) throws {
    try set("lose:operation=getConversationItems,times=1,status=\(status)")
    #expect(try items().status == status)
    #expect(try served.get("/conversations/\(served.group)").status == status)
    #expect(
      try served.get("/conversations").objects().map { $0["convId"] as? String } == [served.direct]
    )
    #expect(try served.get("/conversations/\(served.group)/items", as: 2).status == 200)
  }

  @Test func faultsOfOneConversationSpareTheOthers() throws {
    try set("503:conversation=\(served.group)")
    #expect(try items().status == 503)
    #expect(try served.get("/conversations/\(served.direct)/items").status == 200)
    #expect(try served.get("/users/profile").status == 200)
  }

  @Test func itemsOfUnknownTypesAreServedAsTheyAre() throws {
    let json = """
      {"itemId":"odd","convId":"\(served.group)","type":"POLL","modificationTime":1.8000000000e12,\
      "poll":{"a":[1,null,"\\ud83d"]},"creationTime":null}
      """
    try served.tenant.insert(json: json)
    let answer = try items()
    #expect(String(decoding: answer.body, as: UTF8.self).contains(json))
    #expect(try served.tenant.json(ofItem: "odd") == json)
  }

  @Test func gzipIsSentToThoseWhoTakeIt() throws {
    let served = try Served { $0.usesGzip = true }
    try served.tenant.post(String(repeating: "x", count: 70_000), in: served.group, by: "ana")
    let path = "/conversations/\(served.group)/items"
    let plain = try served.get(path)
    #expect(plain.headers["content-encoding"] == nil)
    let packed = try served.send("GET", path, headers: ["Accept-Encoding": "deflate, gzip"])
    #expect(packed.headers["content-encoding"] == "gzip")
    #expect(try Self.unpacked(packed.body) == plain.body)
  }

  /// What Debian's own `gzip` makes of it.
  private static func unpacked(_ data: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let writer = Thread {
      input.fileHandleForWriting.write(data)
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let result = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return result
  }

  @Test func clientsThatGoAwayDoNoHarm() throws {
    try served.tenant.post(String(repeating: "x", count: 4_000_000), in: served.group, by: "ana")
    for _ in 0..<10 {
      // Left to itself the connection is closed with most of the answer still to come.
      try LoopbackClient(port: served.server.port).leave(
        "GET",
        "/rest/v2/conversations/\(served.group)/items",
        headers: ["Authorization": "Bearer \(served.server.token(of: served.server.accounts[0]))"]
      )
    }
    #expect(try items().isWhole)
  }

  @Test func connectionsAreKeptOverManyRequests() throws {
    let client = try LoopbackClient(port: served.server.port)
    let headers = ["Authorization": "Bearer \(served.server.token(of: served.server.accounts[0]))"]
    try set("404:every=2")
    for number in 1...20 {
      let answer = try client.send("GET", "/rest/v2/users/profile", headers: headers)
      #expect(answer.status == (number % 2 == 0 ? 404 : 200))
    }
    #expect(served.server.requestCounts == ["getProfile": 20])
    served.server.forgetRequests()
    #expect(served.server.requests.isEmpty)
  }

  @Test func hookRunsBetweenRequests() throws {
    let served = served
    served.server.beforeAnswer { request in
      guard request.operation == "getConversationItems", request.account == 1 else { return }
      _ = try? served.tenant.post("request \(request.number)", in: served.group, by: "bo")
    }
    #expect(try served.tenant.itemIds(in: served.group).count == 21)
    _ = try items()
    _ = try items()
    #expect(try served.tenant.itemIds(in: served.group).count == 23)
    served.server.beforeAnswer(nil)
  }
}
