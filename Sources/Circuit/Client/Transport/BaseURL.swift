/// Where an API is: `https://DOMAIN/rest/v2`.
///
/// Only `https`, but for this machine itself (`localhost`, 127.0.0.0/8, `::1`), where `http` will do:
/// a token must not cross a network in the clear. Only what the form needs is let through, so that
/// no two readers can take an address for different hosts.
public struct BaseURL: Sendable, Hashable {
  /// The address, without a slash at its end.
  public let text: String
  /// Scheme, host and port, without a slash at the end.
  let origin: String
  /// Whether it is without TLS, which is only so on loopback.
  let isPlain: Bool

  /// Where a token is granted: at the same host, below its root.
  var tokenURL: String { origin + "/oauth/token" }

  /// Reads an address.
  ///
  /// - Parameter text: The address, such as `https://example.org/rest/v2`.
  /// - Throws: `BaseURLError`.
  public init(_ text: String) throws(BaseURLError) {
    guard let separator = text.firstRange(of: "://") else { throw .notAnAddress(text) }
    let scheme = text[..<separator.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { throw .notAnAddress(text) }
    let rest = text[separator.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    var path = rest[authority.endIndex...]
    while path.last == "/" { path.removeLast() }
    guard let host = Self.host(of: authority), path.utf8.allSatisfy(Self.isPathByte) else {
      throw .notAnAddress(text)
    }
    guard scheme == "https" || Self.isLoopback(host) else { throw .notEncrypted(text) }
    origin = "\(scheme)://\(authority.lowercased())"
    isPlain = scheme == "http"
    self.text = origin + path
  }

  /// The host of `host[:port]` or `[address]:port`; nil when it is neither, so for user names too.
  private static func host(of authority: Substring) -> Substring? {
    var host = authority
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      let address = authority[authority.startIndex..<end].dropFirst()
      guard !address.isEmpty, address.utf8.allSatisfy({ isHexDigit($0) || $0 == colon }) else {
        return nil
      }
      host = authority[...end]
    } else {
      host = authority.prefix { $0 != ":" }
      guard !host.isEmpty, host.utf8.allSatisfy(isHostByte) else { return nil }
    }
    let port = authority[host.endIndex...]
    if port.isEmpty { return host }
    guard port.first == ":", let number = UInt16(port.dropFirst()), number > 0 else { return nil }
    return host
  }

  private static func isLoopback(_ host: Substring) -> Bool {
    if host.lowercased() == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  private static let colon = UInt8(ascii: ":")

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) && byte | 0x20 <= UInt8(ascii: "f")
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isHostByte(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "~")
  }
}

extension BaseURL: CustomStringConvertible {
  /// The address.
  public var description: String { text }
}

/// Why an address is not one that can be asked.
public enum BaseURLError: Error, Sendable, Equatable {
  /// It has not the form `https://host[:port][/path]`.
  case notAnAddress(String)
  /// It would send the token through a network in the clear.
  case notEncrypted(String)
}

extension BaseURLError: CustomStringConvertible {
  /// One line: what is wrong, and what to write instead.
  public var description: String {
    switch self {
    case .notAnAddress:
      "the API's address must look like https://example.org/rest/v2, "
        + "without a user, a query or a fragment"
    case .notEncrypted:
      "the API's address must begin with https://, as the token would be readable on the way; "
        + "http:// is only for this machine itself (localhost)"
    }
  }
}
