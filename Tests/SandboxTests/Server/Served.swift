import Foundation
import Sandbox

/// A small tenant behind a server of its own, which stops when the value goes.
///
/// Ana and Bo share a group and a direct conversation; Cy is alone in a community, and takes part in a
/// group with Bo. The clock stands at `Served.now` until a test moves it.
final class Served: Sendable {
  static let now = 1_800_000_000_000

  let tenant: SandboxTenant
  let server: SandboxServer
  let group: String
  let direct: String
  let community: String
  let other: String

  init(_ change: (inout SandboxOptions) -> Void = { _ in }) throws {
    tenant = SandboxTenant(clock: SandboxClock(standingAt: Served.now))
    tenant.addUser("ana", named: "Ana Costa", address: "ana@example.com")
    tenant.addUser("bo", named: "Bo Ek", address: "bo@example.com")
    tenant.addUser("cy", named: "Cy Dunn", address: "cy@example.com", type: "GUEST")
    group = try tenant.createConversation("GROUP", topic: "Lisbon", by: "ana", with: ["bo"])
    tenant.clock.advance(by: 1)
    direct = try tenant.createConversation("DIRECT", by: "ana", with: ["bo"])
    tenant.clock.advance(by: 1)
    community = try tenant.createConversation("COMMUNITY", topic: "Tea", by: "cy")
    tenant.clock.advance(by: 1)
    other = try tenant.createConversation("GROUP", topic: "Porto", by: "bo", with: ["cy"])
    tenant.clock.advance(by: 1)
    var options = SandboxOptions()
    options.users = ["ana", "bo@example.com"]
    change(&options)
    server = try SandboxServer(tenant, options: options)
    try server.start()
  }

  deinit { server.stop() }

  /// Sends a request with an account's token on a connection of its own.
  func send(
    _ method: String,
    _ path: String,
    as account: Int = 1,
    form: KeyValuePairs<String, String> = [:],
    headers: [String: String] = [:]
  ) throws -> LoopbackClient.Answer {
    var headers = headers
    headers["Authorization"] = "Bearer \(server.token(of: server.accounts[account - 1]))"
    let body = form.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
      .joined(separator: "&")
    return try LoopbackClient(port: server.port)
      .send(method, "/rest/v2\(path)", headers: headers, body: body)
  }

  func get(_ path: String, as account: Int = 1) throws -> LoopbackClient.Answer {
    try send("GET", path, as: account)
  }

  /// Sends a request to a control of the sandbox.
  func control(_ method: String, _ path: String, _ body: String = "") throws
    -> LoopbackClient.Answer
  {
    try LoopbackClient(port: server.port).send(method, "/sandbox\(path)", body: body)
  }

  /// The ids of a page of items, in its order.
  func itemIds(_ query: String, in conversation: String) throws -> [String] {
    try get("/conversations/\(conversation)/items?\(query)").objects()
      .compactMap { $0["itemId"] as? String }
  }

  /// A moment as a parameter.
  static func time(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1_000
    let date = Date(timeIntervalSince1970: Double(seconds))
    let text = date.formatted(.iso8601).dropLast()
    return "\(text).\(String(1_000 + milliseconds % 1_000).dropFirst())Z"
  }

  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
