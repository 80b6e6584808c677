internal import CMicroHTTPD
internal import Glibc
internal import Synchronization

/// Serves HTTP on the loopback addresses, a thread a connection, until it is stopped.
final class HTTPDaemon: Sendable {
  /// Answers a request; called on many threads at once, and may wait.
  typealias Handler = @Sendable (HTTPRequest) -> HTTPReply

  /// The library's daemons.
  private struct Daemons: @unchecked Sendable {
    // Only handed to the library, which takes them from any thread.
    var pointers: [OpaquePointer]
  }

  let port: UInt16
  private let listener: HTTPListener
  private let daemons: Mutex<Daemons>

  /// Starts serving.
  ///
  /// - Parameters:
  ///   - port: The port; 0 for any that is free.
  ///   - pause: What stalled answers wait by; stopping ends it.
  ///   - handler: Answers requests.
  /// - Throws: `SandboxError.noServerLibrary`, or `.portRefused`.
  init(port: UInt16, pause: Pause, handler: @escaping Handler) throws(SandboxError) {
    var failure: UnsafePointer<CChar>?
    guard let library = cmhd_open(&failure) else {
      throw .noServerLibrary(reason: failure.map { String(cString: $0) } ?? "")
    }
    let listener = HTTPListener(library: library.pointee, pause: pause, handler: handler)
    let context = Unmanaged.passUnretained(listener).toOpaque()
    func start(_ family: Int32, _ port: UInt16) -> OpaquePointer? {
      cmhd_start(library, family, port, HTTPListener.handle, HTTPListener.complete, context)
    }
    guard let first = start(AF_INET, port) else { throw .portRefused(port: Int(port), code: errno) }
    self.port = cmhd_port(library, first)
    // `localhost` may mean either address; a machine without IPv6 has only the first.
    let second = start(AF_INET6, self.port)
    self.listener = listener
    daemons = Mutex(Daemons(pointers: [first, second].compactMap(\.self)))
  }

  deinit { stop() }

  /// Ends all connections and waits for their threads.
  func stop() {
    listener.pause.end()
    daemons.withLock { daemons in
      for pointer in daemons.pointers { listener.library.stop_daemon(pointer) }
      daemons.pointers = []
    }
  }
}
