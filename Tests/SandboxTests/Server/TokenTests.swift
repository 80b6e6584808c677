import Foundation
import Sandbox
import TestSupport
import Testing

/// The token endpoint, scopes, and tokens in files.
@Suite struct TokenTests {
  private static func basic(_ text: String) -> String {
    "Basic \(Data(text.utf8).base64EncodedString())"
  }

  private func grant(
    _ served: Served,
    _ form: String = "grant_type=client_credentials",
    credentials: String? = nil
  ) throws -> LoopbackClient.Answer {
    let account = served.server.accounts[1]
    return try LoopbackClient(port: served.server.port).send(
      "POST",
      "/oauth/token",
      headers: [
        "Authorization": Self.basic(credentials ?? "\(account.clientID):\(account.clientSecret)")
      ],
      body: form
    )
  }

  private func status(_ served: Served, _ token: String, _ path: String, _ method: String = "GET")
    throws -> Int
  {
    try LoopbackClient(port: served.server.port)
      .send(method, "/rest/v2\(path)", headers: ["Authorization": "Bearer \(token)"]).status
  }

  @Test func clientCredentialsGiveAToken() throws {
    let served = try Served { $0.tokenLifetime = 60 }
    let answer = try grant(
      served,
      "grant_type=client_credentials&scope=READ_CONVERSATIONS,READ_USER"
    )
    let object = try answer.object()
    #expect(answer.status == 200)
    #expect(object["token_type"] as? String == "Bearer")
    #expect(object["expires_in"] as? Int == 60)
    #expect(object["scope"] as? String == "READ_CONVERSATIONS,READ_USER")
    let token = try #require(object["access_token"] as? String)
    #expect(try status(served, token, "/conversations") == 200)
    #expect(try status(served, token, "/users/profile") == 200)
    #expect(try status(served, token, "/conversations/\(served.other)/favorite", "POST") == 403)
    // It is the second account's.
    #expect(try status(served, token, "/conversations/\(served.other)/items") == 200)
    served.tenant.clock.advance(by: 59_999)
    #expect(try status(served, token, "/conversations") == 200)
    served.tenant.clock.advance(by: 1)
    #expect(try status(served, token, "/conversations") == 401)
  }

  @Test func withoutAScopeItIsForAll() throws {
    let served = try Served()
    let token = try #require(try grant(served).object()["access_token"] as? String)
    #expect(try status(served, token, "/conversations/\(served.other)/favorite", "POST") == 200)
    served.server.expireTokens()
    #expect(try status(served, token, "/conversations") == 401)
  }

  @Test(
    arguments: [
      ("grant_type=password", nil, 400, "unsupported_grant_type"),
      ("", nil, 400, "unsupported_grant_type"),
      ("grant_type=client_credentials&scope=FLY", nil, 400, "invalid_scope"),
      ("grant_type=client_credentials", "sandbox-client-1:wrong", 401, "invalid_client"),
      ("grant_type=client_credentials", "nobody", 401, "invalid_client"),
    ] as [(String, String?, Int, String)]
  )
  func wrongRequestsAreRefused(
    form: String,
    credentials: String?,
    status: Int,
    error: String
  ) throws {
    let served = try Served()
    let answer = try grant(served, form, credentials: credentials)
    #expect(answer.status == status)
    #expect(try answer.object()["error"] as? String == error)
  }

  @Test func tokenEndpointHasFaultsOfItsOwn() throws {
    let fault = try SandboxFault("503:operation=token,times=1")
    let served = try Served { $0.faults = [fault] }
    #expect(try grant(served).status == 503)
    #expect(try grant(served).status == 200)
  }

  @Test func filesHoldTokensForTheirOwnerOnly() throws {
    let folder = try TemporaryFolder()
    let served = try Served { $0.tokensFolder = folder.path("tokens") }
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path("tokens/\(name)"), encoding: .utf8)
    }
    for account in served.server.accounts {
      for (name, value) in [
        ("account-\(account.number).token", served.server.token(of: account)),
        ("account-\(account.number).secret", account.clientSecret),
      ] {
        #expect(try text(name) == value + "\n")
        let attributes = try FileManager.default
          .attributesOfItem(atPath: folder.path("tokens/\(name)"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
    }
    let old = served.server.token(of: served.server.accounts[0])
    try served.server.renewToken(of: served.server.accounts[0], scopes: ["READ_USER"])
    let new = served.server.token(of: served.server.accounts[0])
    #expect(old != new)
    #expect(try text("account-1.token") == new + "\n")
    #expect(try status(served, old, "/users/profile") == 401)
    #expect(try status(served, new, "/users/profile") == 200)
    #expect(try status(served, new, "/conversations") == 403)
  }

  @Test func accountsAreThoseWhoTakePartMost() throws {
    let tenant = try SandboxTenant(synthetic: .init(items: 400, seed: 2))
    var options = SandboxOptions()
    options.accounts = 3
    let server = try SandboxServer(tenant, options: options)
    let counts = try server.accounts.map { try tenant.conversationIds(of: $0.userId).count }
    #expect(counts == counts.sorted(by: >) && (counts.first ?? 0) > 0)
    #expect(Set(server.accounts.map(\.userId)).count == 3)
    options.accounts = 1_000
    let error = #expect(throws: SandboxError.self) { try SandboxServer(tenant, options: options) }
    #expect(
      error?.description.hasPrefix("1000 accounts are wanted, and the tenant has only ") == true
    )
    options.users = ["nobody@example.com"]
    #expect(throws: SandboxError.noSuchUser("nobody@example.com")) {
      try SandboxServer(tenant, options: options)
    }
  }

  @Test func portThatIsTakenIsRefused() throws {
    let served = try Served()
    let folder = try TemporaryFolder()
    var options = SandboxOptions()
    options.tokensFolder = folder.path("tokens")
    let second = try SandboxServer(served.tenant, options: options)
    let error = #expect(throws: SandboxError.self) { try second.start(port: served.server.port) }
    #expect(error?.description.hasPrefix("cannot listen on port \(served.server.port): ") == true)
    // The files may be those of the server that has the port.
    #expect(!FileManager.default.fileExists(atPath: folder.path("tokens")))
    // After a stop the same port can be had again, as when a server is restarted.
    let port = served.server.port
    _ = try served.get("/users/profile")
    served.server.stop()
    try served.server.start(port: port)
    #expect(try served.get("/users/profile").status == 200)
  }
}
