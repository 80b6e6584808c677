import TestSupport
import Testing

@testable import Circuit

@Suite struct CredentialsTests {
  private static let me = #"{"userId":"u"}"#
  private static let client = CredentialSource.client(id: "i:d", secret: .environment("S"))

  @Test func aTokenFileIsReadAgainWhenItsTokenIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("t", "old\n")
    let the = try ScriptedClient(
      [.status(200, Self.me), .status(401), .status(200, Self.me)],
      source: .tokenFile(folder.path("t"))
    )
    _ = try the.client.send(.profile())
    try folder.write("t", "  new\r\n\n")
    _ = try the.client.send(.profile())
    #expect(the.transport.authorizations == ["Bearer old", "Bearer old", "Bearer new"])
  }

  @Test func theSameTokenIsNotTriedTwice() throws {
    let folder = try TemporaryFolder()
    try folder.write("t", "old")
    let the = try ScriptedClient([.status(401)], source: .tokenFile(folder.path("t")))
    #expect(throws: APIError.unauthorized) { try the.client.send(.profile()) }
    #expect(the.transport.requests.count == 1)
    #expect(the.governor.activity.inFlight == 0)
  }

  @Test func aGrantIsAskedForOnceAndUsedUntilShortlyBeforeItExpires() throws {
    let the = try ScriptedClient(
      [
        Self.grant("one", "3600"), .status(200, Self.me), .status(200, Self.me),
        Self.grant("two", "100"), .status(200, Self.me), Self.grant("three", "null"),
        .status(200, Self.me),
      ],
      source: Self.client,
      scopes: ["READ_USER", "A B"],
      environment: ["S": "p/w"]
    )
    _ = try the.client.send(.profile())
    the.timekeeper.advance(by: .seconds(3539))
    _ = try the.client.send(.profile())
    the.timekeeper.advance(by: .seconds(1))
    _ = try the.client.send(.profile())
    the.timekeeper.advance(by: .seconds(90))
    _ = try the.client.send(.profile())
    the.timekeeper.advance(by: .seconds(1_000_000))
    _ = try the.client.send(.profile())
    let basic = "Basic aSUzQWQ6cCUyRnc="
    #expect(
      the.transport.authorizations == [
        basic, "Bearer one", "Bearer one", basic, "Bearer two", basic, "Bearer three",
        "Bearer three",
      ]
    )
    let request = try #require(the.transport.requests.first)
    #expect(request.url == "https://example.org/oauth/token")
    #expect(
      request.form?.revealed == "grant_type=client_credentials&scope=READ_USER%2CA%20B"
    )
    #expect(the.client.credentials.grantedScopes == ["READ_USER", "A"])
    #expect(the.governor.activity.sent == 8)
  }

  @Test func aRefusedGrantIsRenewedOnce() throws {
    let the = try ScriptedClient(
      [Self.grant("one", "3600"), .status(401), Self.grant("two", "3600"), .status(401)],
      source: Self.client,
      environment: ["S": "s"]
    )
    #expect(throws: APIError.unauthorized) { try the.client.send(.profile()) }
    #expect(the.transport.requests.count == 4)
  }

  @Test func theTokenEndpointsPassingFaultsAreTriedAgain() throws {
    let the = try ScriptedClient(
      [
        .status(503, retryAfter: "2"), .status(200, "{}"),
        .error(TransportError(.connectionLost)), Self.grant("one", "1"), .status(200, Self.me),
      ],
      source: Self.client,
      environment: ["S": "s"]
    )
    #expect(try the.client.send(.profile()).userId == "u")
  }

  @Test(arguments: [
    (400, #"{"error":"invalid_scope"}"#, "invalid_scope" as String?),
    (401, #"{"error":"invalid_client","error_description":"s3cret"}"#, "invalid_client"),
    (401, #"{"error":"s3cret"}"#, nil), (403, "s3cret", nil),
    (404, "", nil), (302, "", nil),
  ])
  func aRefusedClientIsSaidSo(status: Int, body: String, reason: String?) throws {
    let the = try ScriptedClient(
      [.status(status, body)],
      source: Self.client,
      environment: ["S": "s3cret"]
    )
    #expect(throws: APIError.credentials(.notGranted(status: status, reason: reason))) {
      try the.client.send(.profile())
    }
    #expect(the.transport.requests.count == 1)
  }

  @Test func whatIsNoTokenIsRefused() throws {
    let folder = try TemporaryFolder()
    let reader = SecretReader(environment: ["EMPTY": "", "TWO": "a b"])
    #expect(throws: CredentialError.missingVariable("EMPTY")) {
      try reader.secret(inVariable: "EMPTY")
    }
    #expect(throws: CredentialError.missingVariable("NONE")) {
      try reader.secret(inVariable: "NONE")
    }
    #expect(throws: CredentialError.notAToken(place: "the environment variable TWO")) {
      try reader.secret(inVariable: "TWO")
    }
    let path = folder.path("t")
    #expect(throws: CredentialError.unreadableFile(path: path, errno: 2)) {
      try reader.secret(inFile: path)
    }
    for text in ["", " \n", "a\nb", "a\r\nX-Header: b", "é", "a\u{0}b"] {
      try folder.write("t", text)
      #expect(throws: CredentialError.notAToken(place: "the file '\(path)'")) {
        try reader.secret(inFile: path)
      }
    }
    #expect(throws: CredentialError.unreadableFile(path: folder.path, errno: 21)) {
      try reader.secret(inFile: folder.path)
    }
  }

  @Test(arguments: [
    CredentialSource.tokenFile("/a b/\"c\""), .tokenEnvironment("T"),
    .client(id: "i", secret: .file("/s")), .client(id: "i", secret: .environment("S")),
  ])
  func sourcesComeBackFromJSON(source: CredentialSource) throws {
    #expect(try CredentialSource(json: source.json) == source)
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"kind":"token"}"#, #"{"kind":"x","file":"f"}"#,
    #"{"kind":"client","file":"f"}"#, #"{"kind":"token","file":"f","environment":"E"}"#,
  ])
  func otherJSONIsNoSource(json: String) {
    #expect(throws: DecodingProblem.self) { try CredentialSource(json: json) }
  }

  private static func grant(_ token: String, _ lifetime: String) -> ScriptedTransport.Answer {
    .status(
      200,
      """
      {"access_token":"\(token)","token_type":"Bearer","expires_in":\(lifetime),"scope":"READ_USER A"}
      """
    )
  }
}
