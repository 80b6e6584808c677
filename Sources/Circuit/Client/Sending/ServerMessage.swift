/// What a server says of why it refuses something, as far as it can be found in the answer.
///
/// The API's reference does not say what such a body looks like, so the usual names are tried.
enum ServerMessage {
  /// Reads the body of an answer that is none of success.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - secret: What must not be in the message, even if the server repeats it.
  /// - Returns: One line of at most 200 characters, as hostile as the server; nil when there is none.
  static func read(_ body: [UInt8], without secret: Secret) -> String? {
    let message = body.withUnsafeBytes { bytes in
      (try? RecordDecoder<Named>().decode(line: bytes))?.text
    }
    let text = secret.redacted(from: message ?? plain(body))
    let line = text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(200)) }
    return line.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A body that is a sentence, and no page or object.
  private static func plain(_ body: [UInt8]) -> String {
    guard let first = body.first, !"<{[".utf8.contains(first) else { return "" }
    return String(decoding: body.prefix(8192), as: UTF8.self)
  }

  private struct Named: FlatRecord {
    let text: String?

    static var spellings: [[RecordField]] {
      [
        [
          RecordField("message", .text), RecordField("errorDescription", .text),
          RecordField("error_description", .text), RecordField("description", .text),
          RecordField("error", .text), RecordField("code", .text),
        ]
      ]
    }

    init(_ values: inout RecordValues) {
      var texts: [String?] = []
      for _ in Self.spellings[0] { texts.append(values.text()) }
      text = texts.compactMap(\.self).first { !$0.isEmpty }
    }
  }
}
