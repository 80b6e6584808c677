internal import Foundation

/// A token that a server granted (RFC 6749, 5.1).
struct TokenGrant: FlatRecord {
  let token: Secret
  /// How long it is good for, in seconds, if the server said.
  let lifetime: Int64?
  /// The scopes that it has, if the server said.
  let scopes: [String]?

  static var spellings: [[RecordField]] {
    [
      [
        RecordField("access_token", .identifier), RecordField("expires_in", .integer),
        RecordField("scope", .text),
      ]
    ]
  }

  init(_ values: inout RecordValues) {
    token = Secret(values.identifier())
    lifetime = values.integer()
    scopes = values.text().map { text in
      // OAuth separates by spaces, Circuit by commas.
      text.split { $0 == " " || $0 == "," }.map(String.init)
    }
  }

  /// The request for a token by the client-credentials grant (RFC 6749, 4.4).
  ///
  /// - Parameters:
  ///   - url: The token endpoint.
  ///   - id: The client's id.
  ///   - secret: The client's secret.
  ///   - scopes: What the token is to be good for.
  /// - Returns: The request.
  static func request(url: String, id: String, secret: Secret, scopes: [String]) -> HTTPRequest {
    // RFC 6749, 2.3.1: both are encoded before they are joined.
    let pair = RequestTarget.encoded(id) + ":" + RequestTarget.encoded(secret.revealed)
    var form = "grant_type=client_credentials"
    if !scopes.isEmpty {
      form += "&scope=" + RequestTarget.encoded(scopes.joined(separator: ","))
    }
    return HTTPRequest(
      url: url,
      authorization: Secret("Basic " + Data(pair.utf8).base64EncodedString()),
      form: Secret(form),
      maximalByteCount: 1 << 20
    )
  }
}

/// What a server says when it grants nothing (RFC 6749, 5.2).
struct TokenRefusal: FlatRecord {
  private let reason: String?

  /// Which of OAuth's own words an answer has; nil for anything else, as a server could put anything there.
  static func reason(in body: [UInt8]) -> String? {
    body.withUnsafeBytes { bytes in
      (try? RecordDecoder<TokenRefusal>().decode(line: bytes))?.reason
    }
  }

  static var spellings: [[RecordField]] { [[RecordField("error", .identifier)]] }

  init(_ values: inout RecordValues) {
    let word = values.identifier()
    reason = Self.words.contains(word) ? word : nil
  }

  private static let words = [
    "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client",
    "unsupported_grant_type", "invalid_scope",
  ]
}
