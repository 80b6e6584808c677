import Foundation
import TestSupport
import Testing

/// `accounts add`, `list`, `remove` and `test`, over a server that answers byte for byte.
@Suite struct AccountsCommandTests {
  private static let api = "https://example.org/rest/v2"

  @Test func accountsAreAddedListedAndRemoved() throws {
    let place = try Workplace()
    try place.write("t", "s3cret-token\n")
    let added = try place.trawl(
      "accounts",
      "add",
      "ana",
      "--api",
      Self.api + "/",
      "--token-file",
      place.path("t"),
      "--scopes",
      "READ_CONVERSATIONS,READ_USER"
    )
    #expect(added.status == 0)
    #expect(added.text == "added ana; try it with 'trawl accounts test ana'\n")
    #expect(
      added.errors == "note: other users may read '\(place.path("t"))'; chmod 600 keeps it to you\n"
    )
    _ = try place.trawl(
      "accounts",
      "add",
      "bot",
      "--api",
      Self.api,
      "--client-id",
      "i",
      "--client-secret-env",
      "S"
    )
    let list = try place.trawl("accounts", "list", "--format", "json").object()
    let accounts = try #require(list["accounts"] as? [[String: Any]])
    #expect(accounts.map { $0["name"] as? String } == ["ana", "bot"])
    #expect(accounts[0]["api"] as? String == Self.api)
    #expect(accounts[0]["token"] as? String == "token in the file \(place.path("t"))")
    #expect(accounts[0]["scopes"] as? [String] == ["READ_CONVERSATIONS", "READ_USER"])
    #expect(accounts[1]["token"] as? String == "client i, secret in $S")
    #expect(
      accounts[1]["scopes"] as? [String] == [
        "READ_CONVERSATIONS", "READ_USER_PROFILE", "READ_USER",
      ]
    )
    #expect(try place.trawl("accounts", "list", "--format", "ids").text == "ana\nbot\n")
    #expect(try place.trawl("accounts", "remove", "ana").text == "removed ana\n")
    #expect(try place.trawl("accounts", "list", "--format", "ids").text == "bot\n")
    // A token never reaches the file.
    let bytes = try Data(contentsOf: URL(filePath: place.database))
    #expect(bytes.range(of: Data("s3cret-token".utf8)) == nil)
  }

  @Test func aFilesPathHoldsFromAnyFolder() throws {
    let place = try Workplace()
    _ = try place.trawl("accounts", "add", "ana", "--api", Self.api, "--token-file", "t")
    let list = try place.trawl("accounts", "list", "--format", "csv").csv()
    #expect(list[1][2].hasPrefix("token in the file /") && list[1][2].hasSuffix("/t"))
  }

  @Test(arguments: [
    ([], "trawl: missing argument '--token-file <file>'"),
    (
      ["--token-file", "t", "--token-env", "T"],
      "trawl: '--token-file' and '--token-env' exclude each other"
    ),
    (["--client-id", "i"], "trawl: '--client-id' needs '--client-secret-file'"),
    (
      ["--client-id", "i", "--client-secret-file", "f", "--client-secret-env", "S"],
      "trawl: '--client-secret-file' and '--client-secret-env' exclude each other"
    ),
    (
      ["--token-env", "T", "--client-secret-env", "S"],
      "trawl: '--client-secret-env' needs '--client-id'"
    ),
  ])
  func aTokenComesFromOnePlace(options: [String], error: String) throws {
    let place = try Workplace()
    let words = ["accounts", "add", "ana", "--api", Self.api] + options
    let result = try place.run(words)
    #expect(result.status == 2 && result.errors.hasPrefix(error + "\n"))
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let place = try Workplace()
    let plain = try place.trawl(
      "accounts",
      "add",
      "ana",
      "--api",
      "http://example.org",
      "--token-env",
      "T"
    )
    #expect(plain.status == 2)
    #expect(plain.errors.contains("'--api' must be an https:// address"))
    #expect(try place.trawl("accounts", "add", "ana", "--token-env", "T").status == 2)
    let none = try place.trawl("accounts", "test")
    #expect(none.status == 2 && none.errors.contains("there are no accounts yet"))
    _ = try place.trawl("accounts", "add", "ana", "--api", Self.api, "--token-env", "T")
    let again = try place.trawl("accounts", "add", "ana", "--api", Self.api, "--token-env", "T")
    #expect(again.status == 2 && again.errors.contains("there is an account 'ana' already"))
    let unknown = try place.trawl("accounts", "remove", "bo")
    #expect(
      unknown.status == 2 && unknown.errors.contains("there is no account 'bo'; there are ana")
    )
    let needs = try place.trawl("accounts", "test", "--token-file", "t")
    #expect(needs.status == 2 && needs.errors.contains("'--token-file' needs '--api'"))
    let both = try place.trawl(
      "accounts",
      "test",
      "ana",
      "--api",
      Self.api,
      "--token-file",
      "t"
    )
    #expect(both.status == 2)
  }

  @Test func aTestSaysWhatWorks() throws {
    let server = try LoopbackServer { _, request in
      request.contains("/profile")
        ? .whole("200 OK", Array(#"{"userId":"u1","displayName":"Ana \u001b[1m"}"#.utf8))
        : .whole("200 OK", Array(#"[{"convId":"c"},{"convId":"d"}]"#.utf8))
    }
    defer { server.stop() }
    let place = try Workplace()
    try place.write("ana.token", "t0ken")
    let result = try place.trawl(
      "accounts",
      "test",
      "--api",
      server.url + "/rest/v2",
      "--token-file",
      place.path("ana.token")
    )
    #expect(result.status == 0)
    #expect(result.text.contains("Ana ␛[1m, u1") && result.text.contains("sees 2 conversations"))
    #expect(server.requests.allSatisfy { $0.contains("\r\nAuthorization: Bearer t0ken\r\n") })
    #expect(
      server.requests.map { $0.split(separator: " ")[1] } == [
        "/rest/v2/users/profile", "/rest/v2/conversations?direction=BEFORE&results=100",
      ]
    )
    // Nothing is kept of a run without an index.
    #expect(!FileManager.default.fileExists(atPath: place.database))
  }

  @Test func aTestSaysWhatDoesNot() throws {
    let server = try LoopbackServer { _, request in
      if request.contains("/oauth/token") {
        return .whole(
          "200 OK",
          Array(#"{"access_token":"granted","scope":"READ_USER READ_USER_PROFILE"}"#.utf8)
        )
      }
      return request.contains("/profile")
        ? .whole("200 OK", Array(#"{"userId":"u1"}"#.utf8)) : .whole("403 Forbidden", [])
    }
    defer { server.stop() }
    let place = try Workplace()
    _ = try place.trawl(
      "accounts",
      "add",
      "bot",
      "--api",
      server.url + "/rest/v2",
      "--client-id",
      "i",
      "--client-secret-env",
      "S"
    )
    let result = try place.trawl(
      "accounts",
      "test",
      "bot",
      "--format",
      "json",
      environment: ["S": "s3cret"]
    )
    #expect(result.status == 1)
    let checks = try #require(try result.object()["checks"] as? [[String: Any]])
    #expect(checks.map { $0["check"] as? String } == ["profile", "scopes", "conversations"])
    #expect(checks.map { $0["passed"] as? Bool } == [true, false, false])
    #expect(checks[1]["detail"] as? String == "not granted: READ_CONVERSATIONS")
    let detail = try #require(checks[2]["detail"] as? String)
    #expect(detail.contains("(403)") && detail.contains("READ_CONVERSATIONS"))
    #expect(!result.text.contains("s3cret") && !result.text.contains("granted\""))
  }

  @Test(arguments: [("401 Unauthorized", "does not accept the token"), ("500 Oh", "failed (500)")])
  func aTestOfABrokenServerEndsSoon(status: String, words: String) throws {
    let server = try LoopbackServer { _, _ in .whole(status, []) }
    defer { server.stop() }
    let place = try Workplace()
    try place.write("t", "t0ken")
    let result = try place.trawl(
      "accounts",
      "test",
      "--api",
      server.url,
      "--token-file",
      place.path("t"),
      "--format",
      "csv"
    )
    #expect(result.status == 1)
    #expect(result.text.contains(words) && !result.text.contains("t0ken"))
  }
}
