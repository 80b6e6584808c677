/// Carries requests to a server and answers back; tests put their own in its place.
public protocol Transport: Sendable {
  /// Sends a request and waits for the whole answer, whatever its status; redirects are not followed.
  ///
  /// - Parameters:
  ///   - request: What to send.
  ///   - isStopped: Is asked now and then while the transfer runs; true ends it.
  /// - Returns: The answer.
  /// - Throws: `TransportError` when there is no whole answer.
  func perform(
    _ request: HTTPRequest,
    isStopped: @Sendable () -> Bool
  ) throws(TransportError) -> HTTPResponse
}

/// Why there is no whole answer.
public struct TransportError: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Kind: Sendable, Equatable, CaseIterable {
    /// The host's name is not known, or cannot be looked up just now.
    case hostNotFound
    /// Nothing answers at the host's port.
    case noConnection
    /// The connection broke, before or in the midst of the answer.
    case connectionLost
    /// The answer took too long.
    case timedOut
    /// The answer's packing is broken.
    case badEncoding
    /// The answer is longer than it may be.
    case tooLarge
    /// The server's certificate is not to be trusted.
    case untrusted
    /// TLS could not be agreed upon.
    case noTLS
    /// The transfer was stopped from outside.
    case stopped
    /// The HTTP library is missing or of no use.
    case noLibrary
    /// Something else.
    case other
  }

  /// What went wrong.
  public let kind: Kind
  /// The library's own words, without anything that was sent.
  public let detail: String

  /// An error.
  ///
  /// - Parameters:
  ///   - kind: What went wrong.
  ///   - detail: The library's own words.
  public init(_ kind: Kind, detail: String = "") {
    self.kind = kind
    self.detail = detail
  }

  /// Whether asking again may help.
  public var isTransient: Bool {
    switch kind {
    case .hostNotFound, .noConnection, .connectionLost, .timedOut, .badEncoding, .noTLS, .other:
      true
    case .tooLarge, .untrusted, .stopped, .noLibrary: false
    }
  }
}

extension TransportError: CustomStringConvertible {
  /// One line: what happened, and what to do where something can be done.
  public var description: String {
    switch kind {
    case .hostNotFound: sentence("the server's name cannot be found; check the address and network")
    case .noConnection: sentence("no connection to the server; check the address and the network")
    case .connectionLost: sentence("the connection broke off")
    case .timedOut: sentence("the server takes too long to answer")
    case .badEncoding: sentence("the answer's packing is broken")
    case .tooLarge: sentence("the answer is larger than Trawl takes")
    case .untrusted:
      sentence(
        "the server's certificate is not trusted; check the address, or install its authority"
      )
    case .noTLS: sentence("no encrypted connection to the server")
    case .stopped: "stopped"
    case .noLibrary: sentence("HTTP needs the Debian package libcurl4")
    case .other: sentence("the request failed")
    }
  }

  private func sentence(_ text: String) -> String { detail.isEmpty ? text : "\(text) (\(detail))" }
}
