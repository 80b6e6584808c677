extension APIClient {
  /// Has a token granted.
  func grant(_ id: String, _ secret: Secret) throws(SendFailure) -> TokenGrant {
    let operation = "oauth/token"
    let response = try perform(
      TokenGrant.request(
        url: baseURL.tokenURL,
        id: id,
        secret: secret,
        scopes: credentials.scopes
      ),
      operation: operation,
      without: secret
    )
    switch response.status {
    case 200: break
    case let status where RetryPolicy.passingStatuses.contains(status):
      throw .attempt(
        operation: operation,
        .status(status, retryAfter: retryAfter(response)),
        message: nil
      )
    case let status:
      let reason = TokenRefusal.reason(in: response.body)
      throw .ended(.credentials(.notGranted(status: status, reason: reason)))
    }
    do throws(DecodingProblem) {
      return try response.body.withUnsafeBufferPointer { body throws(DecodingProblem) in
        try RecordDecoder<TokenGrant>().decode(object: UnsafeRawBufferPointer(body))
      }
    } catch {
      throw .attempt(operation: operation, .malformed(error), message: nil)
    }
  }
}
