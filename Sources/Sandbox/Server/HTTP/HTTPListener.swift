internal import CMicroHTTPD
internal import Glibc

/// What the library calls: it gathers a request, has it answered, and hands the answer over.
///
/// Nothing in it changes; the library's table of functions is written once, before it is seen.
final class HTTPListener: @unchecked Sendable {
  /// Most bytes of a body; the rest is dropped, and the request refused.
  private static let largestBody = 8 << 20

  let library: cmhd_library
  let pause: Pause
  private let handler: HTTPDaemon.Handler

  init(library: cmhd_library, pause: Pause, handler: @escaping HTTPDaemon.Handler) {
    self.library = library
    self.pause = pause
    self.handler = handler
  }

  /// The body of a request while it arrives; only the connection's own thread touches it.
  private final class Incoming {
    var body: [UInt8] = []
    var isTooLarge = false
  }

  static let handle: MHD_AccessHandlerCallback = {
    context,
    connection,
    path,
    method,
    _,
    data,
    count,
    state in
    guard let context, let connection, let path, let method, let count, let state else {
      return .NO
    }
    guard let incoming = state.pointee else {
      // The first call comes with the headers alone.
      state.pointee = Unmanaged.passRetained(Incoming()).toOpaque()
      return .YES
    }
    let request = Unmanaged<Incoming>.fromOpaque(incoming).takeUnretainedValue()
    if count.pointee > 0 {
      if request.body.count + count.pointee > largestBody {
        request.isTooLarge = true
      } else if let data {
        request.body += UnsafeRawBufferPointer(start: data, count: count.pointee)
      }
      count.pointee = 0
      return .YES
    }
    let listener = Unmanaged<HTTPListener>.fromOpaque(context).takeUnretainedValue()
    let reply =
      request.isTooLarge
      ? HTTPReply(status: 413)
      : listener.handler(
        listener.request(
          connection,
          method: String(cString: method),
          path: String(cString: path),
          body: request.body
        )
      )
    return listener.send(reply, on: connection)
  }

  static let complete: MHD_RequestCompletedCallback = { _, _, state, _ in
    guard let incoming = state?.pointee else { return }
    Unmanaged<Incoming>.fromOpaque(incoming).release()
    state?.pointee = nil
  }

  private func request(
    _ connection: OpaquePointer,
    method: String,
    path: String,
    body: [UInt8]
  ) -> HTTPRequest {
    var query = Parameters()
    withUnsafeMutablePointer(to: &query) { query in
      _ = library.get_connection_values(
        connection,
        .GET_ARGUMENT_KIND,
        { query, _, name, value in
          guard let query, let name else { return .YES }
          query.assumingMemoryBound(to: Parameters.self).pointee
            .append(String(cString: name), value.map { String(cString: $0) } ?? "")
          return .YES
        },
        query
      )
    }
    func header(_ name: String) -> String? {
      library.lookup_connection_value(connection, .HEADER_KIND, name).map { String(cString: $0) }
    }
    return HTTPRequest(
      method: method,
      path: path,
      query: query,
      authorization: header("Authorization"),
      acceptsGzip: header("Accept-Encoding")?.contains("gzip") ?? false,
      body: body
    )
  }

  private func send(_ reply: HTTPReply, on connection: OpaquePointer) -> MHD_Result {
    guard reply.delivery != .reset else {
      withUnsafePointer(to: library) { cmhd_reset($0, connection) }
      return .NO
    }
    guard let response = response(reply) else { return .NO }
    defer { library.destroy_response(response) }
    for header in reply.headers {
      _ = library.add_response_header(response, header.name, header.value)
    }
    return library.queue_response(connection, UInt32(reply.status), response)
  }

  private func response(_ reply: HTTPReply) -> OpaquePointer? {
    if reply.delivery == .whole {
      var body = reply.body
      return body.withUnsafeMutableBytes {
        library.create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
      }
    }
    let halting = HaltingBody(reply.body, delivery: reply.delivery, pause: pause)
    return library.create_response_from_callback(
      UInt64(reply.body.count),
      1 << 16,
      HaltingBody.read,
      Unmanaged.passRetained(halting).toOpaque(),
      { body in
        if let body { Unmanaged<HaltingBody>.fromOpaque(body).release() }
      }
    )
  }
}

/// A body that halts in its middle, for a while or for good.
private final class HaltingBody {
  private let bytes: [UInt8]
  private let delivery: HTTPReply.Delivery
  private let pause: Pause
  private var hasHalted = false

  init(_ bytes: [UInt8], delivery: HTTPReply.Delivery, pause: Pause) {
    self.bytes = bytes
    self.delivery = delivery
    self.pause = pause
  }

  static let read: MHD_ContentReaderCallback = { body, position, buffer, limit in
    guard let body, let buffer else { return endWithError }
    return Unmanaged<HaltingBody>.fromOpaque(body).takeUnretainedValue()
      .read(at: Int(position), into: UnsafeMutableRawBufferPointer(start: buffer, count: limit))
  }

  /// `MHD_CONTENT_READER_END_WITH_ERROR`, a cast that Swift does not import.
  private static let endWithError = -2

  private func read(at position: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let middle = bytes.count / 2
    if position >= middle, !hasHalted {
      hasHalted = true
      guard case .stalled(let milliseconds) = delivery else { return Self.endWithError }
      pause.wait(milliseconds)
    }
    let end = hasHalted ? bytes.count : middle
    let count = min(buffer.count, end - position)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    return count
  }
}
