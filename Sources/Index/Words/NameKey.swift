internal import Text

/// Names as they are looked for: the analysis's tokens of a name, with spaces between.
package final class NameKey {
  private let analyzer = Analyzer()

  /// Prepares to make keys.
  package init() {}

  /// The key of `name`; nil for none, or when nothing of it is a word.
  package func key(of name: String?) -> String? {
    guard var name, !name.isEmpty else { return nil }
    var tokens: [String] = []
    name.withUTF8 { bytes in
      analyzer.analyze(bytes) { token in
        if !token.isColocated { tokens.append(String(decoding: token.bytes, as: UTF8.self)) }
        return true
      }
    }
    return tokens.isEmpty ? nil : tokens.joined(separator: " ")
  }
}
