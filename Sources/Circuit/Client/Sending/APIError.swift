/// Why a question to the API has no answer, after all attempts that were worth making.
///
/// It holds facts, and never a token. Texts of the server (`message`) are hostile: make them safe
/// before showing them.
public enum APIError: Error, Sendable, Equatable {
  /// The server does not accept the token (401), also not a fresh one where one was to be had.
  case unauthorized
  /// There is no token to ask with.
  case credentials(CredentialError)
  /// The account may not do this (403); `scope` is what the operation needs.
  case forbidden(operation: String, scope: String, message: String?)
  /// There is no such thing for this account (404).
  case notFound(operation: String, message: String?)
  /// The server refuses the question (400 or another 4xx): no such conversation, no participant of it, or a bad
  /// parameter.
  case refused(operation: String, status: Int, message: String?)
  /// Something else than the API answers at the address, such as a redirect.
  case unexpectedStatus(operation: String, status: Int)
  /// The server kept asking to slow down (429).
  case rateLimited(operation: String, attempts: Int)
  /// The server kept failing (5xx).
  case server(operation: String, status: Int, attempts: Int)
  /// The server answered 200 with something that is not the answer.
  case malformed(operation: String, problem: DecodingProblem, attempts: Int)
  /// There was no whole answer.
  case transport(operation: String, error: TransportError, attempts: Int)
  /// The run has sent as many requests as it may.
  case budgetSpent(requests: Int)
  /// The client was stopped.
  case stopped

  /// Whether a later attempt may well succeed.
  public var isTransient: Bool {
    switch self {
    case .rateLimited, .server, .malformed: true
    case .transport(_, let error, _): error.isTransient
    default: false
    }
  }

  /// Whether everything else asked for this account would fail in the same way.
  public var concernsAccount: Bool {
    switch self {
    case .unauthorized, .credentials: true
    case .transport(_, let error, _): [.untrusted, .noLibrary].contains(error.kind)
    default: false
    }
  }

  /// Whether it is no fault at all: the run was to end here.
  public var endsRun: Bool {
    switch self {
    case .budgetSpent, .stopped: true
    default: false
    }
  }
}

extension APIError: CustomStringConvertible {
  /// One line: what happened, and what to do where something can be done.
  public var description: String {
    switch self {
    case .unauthorized:
      "the server does not accept the token (401); renew it, or check which server it is for"
    case .credentials(let error):
      error.description
    case .forbidden(let operation, let scope, let message):
      "\(operation) is not allowed (403)\(quoted(message)); the token needs the scope \(scope)"
    case .notFound(let operation, let message):
      "\(operation) found nothing (404)\(quoted(message))"
    case .refused(let operation, let status, let message):
      "\(operation) was refused (\(status))\(quoted(message))"
    case .unexpectedStatus(let operation, let status):
      "\(operation) was answered with status \(status); check the API's address"
    case .rateLimited(let operation, let attempts):
      "\(operation): the server still asks to slow down (429) after \(attempts) attempts"
    case .server(let operation, let status, let attempts):
      "\(operation): the server failed (\(status)) \(attempts) times"
    case .malformed(let operation, let problem, let attempts):
      "\(operation): the answer is \(problem) (\(attempts) attempts)"
    case .transport(let operation, let error, let attempts):
      "\(operation): \(error) (\(attempts) \(attempts == 1 ? "attempt" : "attempts"))"
    case .budgetSpent(let requests):
      "the run has sent its \(requests) requests"
    case .stopped:
      "stopped"
    }
  }

  private func quoted(_ message: String?) -> String { message.map { ": \($0)" } ?? "" }
}
