internal import CCurl
internal import Foundation

/// HTTP over libcurl, which is loaded at the first request.
///
/// Connections are kept open and used again, one for each request under way. Certificates are always
/// verified, redirects never followed, answers may come packed. A proxy is used where
/// the environment names one for https (`https_proxy`), never on the way to this machine itself.
public final class CurlTransport: Transport {
  /// How long things may take.
  public struct Timeouts: Sendable {
    /// Until a connection stands.
    public var connect: Duration
    /// Without a byte arriving, in whole seconds.
    public var idle: Duration
    /// From the start to the end of the answer.
    public var total: Duration

    /// Limits of time.
    ///
    /// - Parameters:
    ///   - connect: Until a connection stands.
    ///   - idle: Without a byte arriving, in whole seconds.
    ///   - total: From the start to the end of the answer.
    public init(
      connect: Duration = .seconds(15),
      idle: Duration = .seconds(60),
      total: Duration = .seconds(300)
    ) {
      self.connect = connect
      self.idle = idle
      self.total = total
    }
  }

  private let timeouts: Timeouts
  private let userAgent: String
  private let lock = NSLock()
  /// Handles that nobody uses just now, with their connections; touched under the lock only.
  private nonisolated(unsafe) var idle: [CurlHandle] = []

  /// A transport.
  ///
  /// - Parameters:
  ///   - timeouts: How long things may take.
  ///   - userAgent: What the server is told of who asks.
  public init(timeouts: Timeouts = Timeouts(), userAgent: String = "trawl") {
    self.timeouts = timeouts
    self.userAgent = userAgent
  }

  /// See `Transport`.
  public func perform(
    _ request: HTTPRequest,
    isStopped: @Sendable () -> Bool
  ) throws(TransportError) -> HTTPResponse {
    let handle = try takeHandle()
    defer { lock.withLock { idle.append(handle) } }
    return try handle.perform(
      request,
      timeouts: timeouts,
      userAgent: userAgent,
      isStopped: isStopped
    )
  }

  private func takeHandle() throws(TransportError) -> CurlHandle {
    // The one used last has the connection most likely to be still open.
    if let handle = lock.withLock({ idle.popLast() }) { return handle }
    return try CurlHandle()
  }
}
