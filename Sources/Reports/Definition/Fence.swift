/// The line that opens a fenced block of Markdown: three or more backticks or tildes and a word.
struct Fence {
  /// The first word after the marks: the language, empty where none is named.
  let language: Substring
  private let mark: Character
  private let length: Int
  /// What follows the language.
  private let info: Substring

  /// Reads a line; nil when it opens no fence.
  init?(opening line: Substring) {
    let indent = line.prefix { $0 == " " }
    let text = line.dropFirst(indent.count)
    guard indent.count < 4, let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let length = text.prefix { $0 == mark }.count
    let rest = text.dropFirst(length).trimmed
    // ```` ``` `` ```` in one line is code within a sentence.
    guard length >= 3, mark == "~" || !rest.contains("`") else { return nil }
    self.mark = mark
    self.length = length
    language = rest.prefix { $0 != " " && $0 != "\t" }
    info = rest.dropFirst(language.count)
  }

  /// Whether a line closes this fence: at least as many of the same marks, and nothing else.
  func isClosed(by line: Substring) -> Bool {
    let indent = line.prefix { $0 == " " }
    let text = line.dropFirst(indent.count).trimmed
    return indent.count < 4 && text.count >= length && text.allSatisfy { $0 == mark }
  }

  /// What follows the language as `key=value` or `key="a value"`.
  func attributes() throws(DefinitionError.Problem) -> [String: String] {
    var result: [String: String] = [:]
    var rest = info.trimmed
    while !rest.isEmpty {
      let word = rest.prefix { $0 != " " && $0 != "\t" }
      guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
        throw .malformedAttribute(String(word))
      }
      let key = String(word[..<sign])
      guard ["name", "show", "title", "rows", "group"].contains(key) else {
        throw .unknownAttribute(key)
      }
      rest = rest[rest.index(after: sign)...]
      let value: Substring
      if rest.hasPrefix("\"") {
        rest = rest.dropFirst()
        guard let quote = rest.firstIndex(of: "\"") else { throw .malformedAttribute(String(word)) }
        value = rest[..<quote]
        rest = rest[rest.index(after: quote)...]
      } else {
        value = rest.prefix { $0 != " " && $0 != "\t" }
        rest = rest.dropFirst(value.count)
      }
      guard result.updateValue(String(value), forKey: key) == nil else {
        throw .repeatedAttribute(key)
      }
      rest = rest.trimmed
    }
    return result
  }
}
