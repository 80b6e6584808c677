/// What is sent to a server.
public struct HTTPRequest: Sendable {
  /// The whole URL, encoded.
  public let url: String
  /// The value of the `Authorization` header.
  public let authorization: Secret?
  /// A form to post; nil for a GET.
  public let form: Secret?
  /// Most bytes that the answer's body may have once it is unpacked.
  public let maximalByteCount: Int

  /// Most bytes that an answer may have unless a request says otherwise: a page of 100 items has some
  /// tens of kB, a long list of flagged items some MB.
  public static let ordinaryByteCount = 256 << 20

  /// A request.
  ///
  /// - Parameters:
  ///   - url: The whole URL, encoded.
  ///   - authorization: The value of the `Authorization` header.
  ///   - form: A form to post; nil for a GET.
  ///   - maximalByteCount: Most bytes that the answer's body may have once it is unpacked.
  public init(
    url: String,
    authorization: Secret? = nil,
    form: Secret? = nil,
    maximalByteCount: Int = HTTPRequest.ordinaryByteCount
  ) {
    self.url = url
    self.authorization = authorization
    self.form = form
    self.maximalByteCount = maximalByteCount
  }
}

/// What a server answered.
public struct HTTPResponse: Sendable {
  /// The status, such as 200.
  public var status: Int
  /// The body, unpacked.
  public var body: [UInt8]
  /// The header `Retry-After`, as it came.
  public var retryAfter: String?
  /// The header `Date`, as it came: the server's clock, which `Retry-After` is by.
  public var date: String?

  /// An answer.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - body: The body, unpacked.
  ///   - retryAfter: The header `Retry-After`.
  ///   - date: The header `Date`.
  public init(status: Int, body: [UInt8] = [], retryAfter: String? = nil, date: String? = nil) {
    self.status = status
    self.body = body
    self.retryAfter = retryAfter
    self.date = date
  }
}
