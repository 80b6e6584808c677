import Foundation
import Sandbox
import Testing

/// What only a test can do, in process and over the sandbox's own controls.
@Suite struct MischiefTests {
  private let served: Served

  init() throws { served = try Served() }

  @Test func vanishedItemLeavesNoTrace() throws {
    let item = try served.tenant.post("gone", in: served.group, by: "ana")
    try served.tenant.flag(item, by: "ana")
    try served.tenant.pin(item)
    try served.tenant.vanish(item)
    #expect(try !served.itemIds("results=100", in: served.group).contains(item))
    #expect(try served.get("/conversations/messages/\(item)").status == 400)
    #expect(try served.get("/conversations/messages/flag").objects().isEmpty)
    #expect(try served.get("/conversations/\(served.group)/pins").objects().isEmpty)
    #expect(throws: SandboxRefusal.self) { try served.tenant.vanish(item) }
  }

  @Test func editAtATimeMovesTheItemThere() throws {
    let first = try served.tenant.post("first", in: served.group, by: "ana")
    served.tenant.clock.advance(by: 100)
    let second = try served.tenant.post("second", in: served.group, by: "ana")
    #expect(try served.tenant.itemIds(in: served.group).suffix(2) == [first, second])
    try served.tenant.edit(first, content: "first again", at: served.tenant.clock.now + 50)
    #expect(try served.tenant.itemIds(in: served.group).suffix(2) == [second, first])
    try served.tenant.edit(second, subject: "S", at: Served.now - 1_000)
    #expect(try served.tenant.itemIds(in: served.group).first == second)
  }

  @Test func controlsDoTheSameOverHTTP() throws {
    let item = try served.tenant.post("text", in: served.group, by: "ana")
    #expect(
      try served.control("PUT", "/faults", "fault=503%3Atimes%3D1&fault=delay%3Ams%3D1").status
        == 200
    )
    #expect(served.server.faults.map(\.kind) == [.status(503), .delay(1)])
    #expect(try served.control("PUT", "/faults", "fault=nonsense").status == 400)
    #expect(try served.control("DELETE", "/faults").status == 200)
    #expect(served.server.faults.isEmpty)

    let paging = "boundary=exclusive&order=shuffled&duplicates=2&short=true"
    #expect(try served.control("PUT", "/paging", paging).status == 200)
    let expected = SandboxPaging(
      boundary: .exclusive,
      order: .shuffled,
      duplicates: 2,
      isShort: true
    )
    #expect(served.server.paging == expected)
    #expect(try served.control("PUT", "/paging", "order=random").status == 400)

    #expect(try served.control("PUT", "/clock", "time=1900000000000").status == 200)
    #expect(served.tenant.clock.now == 1_900_000_000_000)
    #expect(
      try served.control("PUT", "/clock", "advance=5").object()["now"] as? Int == 1_900_000_000_005
    )

    #expect(
      try served.control("PUT", "/items/\(item)", "content=other&modificationTime=1700000000000")
        .status == 200
    )
    #expect(try served.tenant.itemIds(in: served.group).first == item)
    #expect(try served.tenant.json(ofItem: item).contains("\"other\""))
    #expect(try served.control("DELETE", "/items/\(item)").status == 200)
    #expect(try served.control("DELETE", "/items/\(item)").status == 400)

    let before = served.tenant.itemCount
    #expect(
      try served.control("POST", "/conversations/\(served.group)", "count=30&time=7").status == 200
    )
    #expect(served.tenant.itemCount == before + 30)
    #expect(
      try served.control("DELETE", "/conversations/\(served.group)", "account=2&status=403").status
        == 200
    )
    #expect(try served.get("/conversations/\(served.group)", as: 2).status == 403)
    #expect(try served.control("PUT", "/conversations/\(served.group)", "account=2").status == 200)
    #expect(try served.get("/conversations/\(served.group)", as: 2).status == 200)
    #expect(
      try served.control("DELETE", "/conversations/\(served.group)", "account=3").status == 400
    )

    #expect(try served.control("POST", "/expire-tokens").status == 200)
    #expect(try served.get("/users/profile").status == 401)
    let status = try served.control("GET", "").object()
    #expect(status["requests"] as? Int == 3)
    #expect(try served.control("GET", "/secrets").status == 404)
  }
}
