import Testing

@testable import Circuit

/// A token, a client's secret and what is made of them show nowhere, whatever goes wrong.
@Suite struct SecrecyTests {
  private static let token = "t0ken-MjAyNg"
  private static let secret = "s3cret-b3NlYw"

  /// Servers that repeat what they were sent, in every way they can answer.
  private static var answers: [ScriptedTransport.Answer] {
    let bodies = [
      "\(token) \(secret)", #"{"message":"bad \#(token) \#(secret)"}"#,
      #"{"error":"\#(secret)","error_description":"\#(token)"}"#, #"["\#(token)","#,
      "<html>\(token)\(secret)", String(repeating: "x", count: 195) + token + secret,
    ]
    let statuses = [200, 302, 400, 401, 403, 404, 409, 429, 500, 501, 503]
    return statuses.flatMap { status in
      bodies.map { .status(status, $0, retryAfter: token, date: secret) }
    } + TransportError.Kind.allCases.map { .error(TransportError($0, detail: token + secret)) }
  }

  @Test func errorsNeverHoldAToken() throws {
    for answer in Self.answers {
      let the = try ScriptedClient([answer], environment: ["T": Self.token])
      expectNoSecret(Self.token, in: the)
    }
  }

  @Test func errorsNeverHoldAClientsSecretOrItsToken() throws {
    let grant = ScriptedTransport.Answer.status(200, #"{"access_token":"\#(Self.token)"}"#)
    for answer in Self.answers {
      let source = CredentialSource.client(id: "i", secret: .environment("S"))
      let environment = ["S": Self.secret]
      let refused = try ScriptedClient([answer], source: source, environment: environment)
      expectNoSecret(Self.secret, in: refused)
      let granted = try ScriptedClient([grant, answer], source: source, environment: environment)
      expectNoSecret(Self.token, in: granted)
    }
  }

  private func expectNoSecret(_ secret: String, in the: ScriptedClient) {
    do {
      _ = try the.client.send(.profile())
    } catch {
      var dumped = ""
      dump(error, to: &dumped)
      for text in ["\(error)", String(reflecting: error), dumped] {
        #expect(!text.contains(secret))
        // Cut in the middle, the first half would be left.
        #expect(!text.contains(secret.prefix(7)))
      }
    }
    for request in the.transport.requests {
      var dumped = ""
      dump(request, to: &dumped)
      for text in ["\(request)", String(reflecting: request), dumped] {
        #expect(!text.contains(secret))
      }
    }
    #expect(the.client.baseURL.text == "https://example.org/rest/v2")
  }

  @Test func aSecretShowsAsDotsHoweverItIsPrinted() {
    let secret = Secret("abc")
    var dumped = ""
    dump([secret], to: &dumped)
    #expect("\(secret)" == "•••" && String(reflecting: secret) == "•••")
    #expect(!dumped.contains("abc") && Mirror(reflecting: secret).children.isEmpty)
    #expect(secret.redacted(from: "xabcabcy") == "x••••••y")
  }
}
