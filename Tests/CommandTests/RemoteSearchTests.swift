import Foundation
import Sandbox
import TestSupport
import Testing

/// `search --remote`: the platform's own search beside the index's, over a sandbox.
@Suite struct RemoteSearchTests {
  private let folder: TemporaryFolder
  private let tenant: SandboxTenant
  private let server: SandboxServer

  init() throws {
    folder = try TemporaryFolder()
    tenant = try SandboxTenant(synthetic: .init(items: 400, seed: 5))
    var options = SandboxOptions()
    options.accounts = 1
    options.tokensFolder = folder.path("tokens")
    server = try SandboxServer(tenant, options: options)
    try server.start()
  }

  private func trawl(_ words: [String]) throws -> TrawlProcess.Result {
    try TrawlProcess.run([try TrawlProcess.binary()] + words + ["--db", folder.path("t.db")])
  }

  @Test func whatOnlyThePlatformFindsIsListed() throws {
    defer { server.stop() }
    let account = try #require(server.accounts.first)
    let room = try #require(tenant.conversationIds(of: account.userId).first)
    let old = try tenant.post("the zanzibarism of old", in: room, by: account.userId)
    let token = folder.path("tokens/account-1.token")
    let added = try trawl([
      "accounts", "add", "me", "--api", server.baseURL, "--token-file", token,
    ])
    #expect(added.status == 0, "\(added.errors)")
    let ingested = try trawl(["ingest", "--quiet"])
    #expect(ingested.status == 0, "\(ingested.errors)")
    let words = ["search", "zanzibarism", "--remote", "--scope", "messages", "-f", "json"]
    let same = try trawl(words)
    #expect(same.status == 0, "\(same.errors)")
    #expect(try (same.object()["differences"] as? [Any])?.isEmpty == true)
    #expect(same.errors.contains("the platform finds 1, the index 1; 1 of them both"))

    // What is posted after the ingest is on the platform alone.
    let new = try tenant.post("zanzibarism again", in: room, by: account.userId)
    let news = try trawl(words)
    #expect(news.status == 3)
    let differences = try #require(news.object()["differences"] as? [[String: Any]])
    #expect(differences.map { $0["id"] as? String } == [new] && new != old)
    #expect(differences.first?["only"] as? String == "platform")

    for query in ["from:x", "a OR b", "scope:files a"] {
      let refused = try trawl(["search", "--remote", query])
      #expect(refused.status == 2 && refused.errors.contains("one term and one --scope"))
    }
    #expect(try trawl(["search", "--remote", "a", "--is", "liked"]).status == 2)
  }
}
