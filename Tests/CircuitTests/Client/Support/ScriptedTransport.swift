import Synchronization

@testable import Circuit

/// A server of a test's own: each request takes the next answer, the last one again and again.
final class ScriptedTransport: Transport {
  enum Answer: Sendable {
    case response(HTTPResponse)
    case error(TransportError)

    static func status(
      _ status: Int,
      _ body: String = "",
      retryAfter: String? = nil,
      date: String? = nil
    ) -> Answer {
      .response(
        HTTPResponse(status: status, body: Array(body.utf8), retryAfter: retryAfter, date: date)
      )
    }
  }

  private struct State {
    var answers: [Answer]
    var requests: [HTTPRequest] = []
  }

  private let state: Mutex<State>

  init(_ answers: Answer...) { state = Mutex(State(answers: answers)) }

  init(_ answers: [Answer]) { state = Mutex(State(answers: answers)) }

  /// The requests so far.
  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  /// What they asked for, behind the host.
  var targets: [String] {
    requests.map { $0.url.replacing("https://example.org", with: "", maxReplacements: 1) }
  }

  /// The headers that they came with.
  var authorizations: [String?] { requests.map { $0.authorization?.revealed } }

  func perform(
    _ request: HTTPRequest,
    isStopped: @Sendable () -> Bool
  ) throws(TransportError) -> HTTPResponse {
    if isStopped() { throw TransportError(.stopped) }
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
    }
    switch answer {
    case .response(let response): return response
    case .error(let error): throw error
    }
  }
}

/// A client over a scripted server, at a standstill clock, with half of each step as its jitter.
struct ScriptedClient {
  let transport: ScriptedTransport
  let timekeeper = ManualTimekeeper()
  let governor: RequestGovernor
  let client: APIClient

  init(
    _ answers: [ScriptedTransport.Answer],
    source: CredentialSource = .tokenEnvironment("T"),
    scopes: [String] = [],
    environment: [String: String] = ["T": "token-1"],
    budget: Int? = nil
  ) throws {
    transport = ScriptedTransport(answers)
    governor = RequestGovernor(budget: budget, timekeeper: timekeeper)
    client = APIClient(
      baseURL: try BaseURL("https://example.org/rest/v2"),
      credentials: Credentials(source: source, scopes: scopes, environment: environment),
      transport: transport,
      governor: governor,
      random: { 0.5 }
    )
  }
}
