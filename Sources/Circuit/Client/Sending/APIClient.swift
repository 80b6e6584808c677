internal import Synchronization

/// Asks the API on behalf of one account.
///
///     let client = APIClient(
///       baseURL: url, credentials: credentials, transport: CurlTransport(), governor: governor)
///     let me = try client.send(.profile())
///
/// Any number of threads may use it at once; the governor decides how many of them really do.
public final class APIClient: Sendable {
  /// Where the API is.
  public let baseURL: BaseURL
  /// The account's token.
  public let credentials: Credentials
  private let transport: any Transport
  private let governor: RequestGovernor
  private let maximalAttempts: Int?
  private let random: @Sendable () -> Double
  private let signal = StopSignal()
  /// Set once the server has answered anything.
  private let isServerKnown = Atomic(false)

  /// A client.
  ///
  /// - Parameters:
  ///   - baseURL: Where the API is.
  ///   - credentials: The account's token.
  ///   - transport: What carries the requests; shared by accounts.
  ///   - governor: What holds them back; shared by accounts.
  ///   - maximalAttempts: Most attempts at a question, where that is to be fewer than are worth making.
  ///   - random: Gives a random number from 0 to 1, which spreads attempts in time.
  public init(
    baseURL: BaseURL,
    credentials: Credentials,
    transport: any Transport,
    governor: RequestGovernor,
    maximalAttempts: Int? = nil,
    random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
  ) {
    self.baseURL = baseURL
    self.credentials = credentials
    self.transport = transport
    self.governor = governor
    self.maximalAttempts = maximalAttempts
    self.random = random
  }

  /// Asks a question and waits for its answer, as long as attempts are worth making.
  ///
  /// - Parameter request: The question.
  /// - Returns: The answer.
  /// - Throws: `APIError`.
  public func send<Answer>(_ request: APIRequest<Answer>) throws(APIError) -> Answer {
    var retries = RetryPolicy(
      maximalAttempts: maximalAttempts,
      isServerKnown: isServerKnown.load(ordering: .relaxed)
    )
    var refused: Credentials.Token?
    while true {
      do throws(SendFailure) {
        return try attempt(request, otherThan: refused, retries.reading)
      } catch {
        switch error {
        case .ended(let error): throw error
        case .unauthorized(let token):
          // A fresh token is tried once.
          guard refused == nil else { throw .unauthorized }
          refused = token
        case .attempt(let operation, let failure, let message):
          guard
            case .retry(let delay, let quiet) = retries.next(after: failure, random: random())
          else {
            let attempts = retries.attempts
            throw APIError(failure, of: operation, request.scope, message, attempts: attempts)
          }
          if let quiet { governor.beQuiet(quiet) }
          try governor.wait(delay, for: WaitingReason.RetryCause(failure), unless: signal)
        }
      }
    }
  }

  /// Makes `send` end soon with `APIError.stopped`, now and from now on, in all threads.
  public func stop() {
    signal.set()
    governor.wake()
  }

  private var isStopped: Bool { signal.isSet || governor.isStopped }

  /// Asks once.
  private func attempt<Answer>(
    _ request: APIRequest<Answer>,
    otherThan refused: Credentials.Token?,
    _ reading: AnswerReading
  ) throws(SendFailure) -> Answer {
    let (response, token) = try exchange(request, otherThan: refused)
    switch response.status {
    case 200..<300: break
    case 401: throw .unauthorized(token)
    case let status:
      throw .attempt(
        operation: request.operation,
        .status(status, retryAfter: retryAfter(response)),
        message: ServerMessage.read(response.body, without: token.secret)
      )
    }
    do throws(DecodingProblem) {
      return try response.body.withUnsafeBufferPointer { body throws(DecodingProblem) in
        try request.decode(UnsafeRawBufferPointer(body), reading)
      }
    } catch {
      throw .attempt(operation: request.operation, .malformed(error), message: nil)
    }
  }

  /// Sends a question with a token, within a permit.
  private func exchange<Answer>(
    _ request: APIRequest<Answer>,
    otherThan refused: Credentials.Token?
  ) throws(SendFailure) -> (HTTPResponse, Credentials.Token) {
    let permit: RequestLimit.Permit
    do throws(APIError) { permit = try governor.permit(for: signal) } catch { throw .ended(error) }
    var health = RequestLimit.Health.unknown
    defer { governor.release(permit, health) }
    let token = try credentials.token(at: governor.timekeeper.now, otherThan: refused) {
      id,
      secret throws(SendFailure) in
      governor.count()
      return try grant(id, secret)
    }
    guard let token else { throw .ended(.unauthorized) }
    let response = try perform(
      HTTPRequest(
        url: baseURL.text + request.target.text,
        authorization: Secret("Bearer " + token.secret.revealed)
      ),
      operation: request.operation,
      without: token.secret
    )
    health = response.status == 429 || response.status == 503 ? .overloaded : .healthy
    return (response, token)
  }

  func perform(
    _ request: HTTPRequest,
    operation: String,
    without secret: Secret
  ) throws(SendFailure) -> HTTPResponse {
    // Whoever waited for a token meanwhile starts nothing either.
    if isStopped { throw .ended(.stopped) }
    do throws(TransportError) {
      let response = try transport.perform(request) { isStopped }
      isServerKnown.store(true, ordering: .relaxed)
      return response
    } catch {
      let error = TransportError(error.kind, detail: secret.redacted(from: error.detail))
      throw .attempt(operation: operation, .transport(error), message: nil)
    }
  }

  func retryAfter(_ response: HTTPResponse) -> Duration? {
    RetryAfter.delay(response.retryAfter, date: response.date, now: governor.timekeeper.wallTime)
  }
}
