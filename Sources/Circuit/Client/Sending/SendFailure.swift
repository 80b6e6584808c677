/// How one attempt at a question failed.
enum SendFailure: Error {
  /// For good, whatever is tried.
  case ended(APIError)
  /// The server refused this token (401).
  case unauthorized(Credentials.Token)
  /// In a way that may be worth another attempt.
  case attempt(operation: String, RetryPolicy.Failure, message: String?)
}

extension APIError {
  /// What a failure is called when it is not tried again.
  ///
  /// - Parameters:
  ///   - failure: What the last attempt met with.
  ///   - operation: What was asked.
  ///   - scope: The scope that it needs.
  ///   - message: What the server said, without secrets.
  ///   - attempts: How many attempts there were.
  init(
    _ failure: RetryPolicy.Failure,
    of operation: String,
    _ scope: String,
    _ message: String?,
    attempts: Int
  ) {
    self =
      switch failure {
      case .status(429, _): .rateLimited(operation: operation, attempts: attempts)
      case .status(403, _): .forbidden(operation: operation, scope: scope, message: message)
      case .status(404, _): .notFound(operation: operation, message: message)
      case .status(let status, _) where 400..<500 ~= status:
        .refused(operation: operation, status: status, message: message)
      case .status(let status, _) where status >= 500:
        .server(operation: operation, status: status, attempts: attempts)
      case .status(let status, _): .unexpectedStatus(operation: operation, status: status)
      case .transport(let error):
        error.kind == .stopped
          ? .stopped : .transport(operation: operation, error: error, attempts: attempts)
      case .malformed(let problem):
        .malformed(operation: operation, problem: problem, attempts: attempts)
      }
  }
}
