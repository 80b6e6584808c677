internal import CCurl
internal import Foundation

/// One of libcurl's easy handles with its connections; a thread at a time.
final class CurlHandle {
  private let handle: UnsafeMutableRawPointer
  private let message = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  /// Makes a handle, loading libcurl if that has not been done.
  init() throws(TransportError) {
    if let reason = ccurl_load() {
      throw TransportError(.noLibrary, detail: String(cString: reason))
    }
    guard let handle = ccurl_open() else {
      throw TransportError(.noLibrary, detail: "out of memory")
    }
    self.handle = handle
  }

  deinit {
    ccurl_close(handle)
    message.deallocate()
  }

  /// Sends a request and waits for the answer.
  func perform(
    _ request: HTTPRequest,
    timeouts: CurlTransport.Timeouts,
    userAgent: String,
    isStopped: () -> Bool
  ) throws(TransportError) -> HTTPResponse {
    ccurl_reset(handle)
    message.initialize(repeating: 0)
    set(CURLOPT_ERRORBUFFER, to: message.baseAddress)
    setUp(request, timeouts, userAgent)
    var headers = ccurl_append(nil, "Accept: application/json")
    defer { ccurl_free(headers) }
    if let authorization = request.authorization {
      headers = ccurl_append(headers, "Authorization: \(authorization.revealed)") ?? headers
    }
    set(CURLOPT_HTTPHEADER, to: headers)
    return try withoutActuallyEscaping(isStopped) { isStopped throws(TransportError) in
      let transfer = CurlTransfer(maximalByteCount: request.maximalByteCount, isStopped: isStopped)
      // Held by this function until the transfer is over.
      let context = Unmanaged.passUnretained(transfer).toOpaque()
      set(CURLOPT_WRITEDATA, to: context)
      set(CURLOPT_HEADERDATA, to: context)
      set(CURLOPT_XFERINFODATA, to: context)
      ccurl_set_take(handle, CURLOPT_WRITEFUNCTION, CurlTransfer.takeBody)
      ccurl_set_take(handle, CURLOPT_HEADERFUNCTION, CurlTransfer.takeHeader)
      ccurl_set_tick(handle, CurlTransfer.tick)
      let code = ccurl_perform(handle)
      guard code == CURLE_OK else { throw error(code, transfer) }
      return withExtendedLifetime(transfer) {
        HTTPResponse(
          status: ccurl_status(handle),
          body: transfer.body,
          retryAfter: transfer.retryAfter,
          date: transfer.date
        )
      }
    }
  }

  private func setUp(
    _ request: HTTPRequest,
    _ timeouts: CurlTransport.Timeouts,
    _ userAgent: String
  ) {
    set(CURLOPT_URL, to: request.url)
    // What an id is made of must not change which path is asked for.
    set(CURLOPT_PATH_AS_IS, to: 1)
    let isPlain = request.url.hasPrefix("http:")
    set(CURLOPT_PROTOCOLS_STR, to: isPlain ? "http" : "https")
    // Plain http goes to this machine only, never through another one.
    if isPlain { set(CURLOPT_NOPROXY, to: "*") }
    set(CURLOPT_SSL_VERIFYPEER, to: 1)
    set(CURLOPT_SSL_VERIFYHOST, to: 2)
    set(CURLOPT_FOLLOWLOCATION, to: 0)
    set(CURLOPT_ACCEPT_ENCODING, to: "gzip, deflate")
    set(CURLOPT_USERAGENT, to: userAgent)
    // Timeouts by signals would not do in a program with threads.
    set(CURLOPT_NOSIGNAL, to: 1)
    set(CURLOPT_NOPROGRESS, to: 0)
    set(CURLOPT_TCP_KEEPALIVE, to: 1)
    set(CURLOPT_CONNECTTIMEOUT_MS, to: timeouts.connect.milliseconds)
    set(CURLOPT_TIMEOUT_MS, to: timeouts.total.milliseconds)
    set(CURLOPT_LOW_SPEED_LIMIT, to: 1)
    set(CURLOPT_LOW_SPEED_TIME, to: max(1, timeouts.idle.milliseconds / 1000))
    if let form = request.form { set(CURLOPT_COPYPOSTFIELDS, to: form.revealed) }
  }

  private func set(_ option: CURLoption, to value: Int) { ccurl_set_number(handle, option, value) }

  private func set(_ option: CURLoption, to value: String) { ccurl_set_text(handle, option, value) }

  private func set(_ option: CURLoption, to value: UnsafeMutableRawPointer?) {
    ccurl_set_pointer(handle, option, value)
  }

  private func error(_ code: CURLcode, _ transfer: CurlTransfer) -> TransportError {
    if let kind = transfer.refusal { return TransportError(kind) }
    let detail = message.baseAddress.map { String(cString: $0) } ?? ""
    return TransportError(
      TransportError.Kind(code),
      detail: detail.isEmpty ? String(cString: ccurl_message(code)) : detail
    )
  }
}

extension TransportError.Kind {
  fileprivate init(_ code: CURLcode) {
    self =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .hostNotFound
      case CURLE_COULDNT_CONNECT: .noConnection
      case CURLE_OPERATION_TIMEDOUT: .timedOut
      case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING,
        CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_HTTP2_STREAM:
        .connectionLost
      case CURLE_BAD_CONTENT_ENCODING: .badEncoding
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
        .untrusted
      case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: .noTLS
      default: .other
      }
  }
}

extension Duration {
  fileprivate var milliseconds: Int { Int(self / .milliseconds(1)) }
}
