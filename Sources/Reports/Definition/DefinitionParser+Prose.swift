extension DefinitionParser {
  /// Reads the values out of prose; `\{{` is two braces and no value.
  func read(_ range: Range<Int>, of document: Document) throws(DefinitionError) -> Prose {
    var pieces: [Prose.Piece] = []
    var markdown = ""
    for index in range {
      var rest = lines[index]
      while let brace = rest.firstIndexOfBraces {
        if brace > rest.startIndex, rest[rest.index(before: brace)] == "\\" {
          markdown += rest[..<rest.index(before: brace)] + "{{"
          rest = rest[brace...].dropFirst(2)
          continue
        }
        markdown += rest[..<brace]
        let inner = rest[brace...].dropFirst(2)
        guard let end = inner.firstIndex(of: "}"), inner[end...].hasPrefix("}}") else {
          throw error(.unclosedValue, at: index)
        }
        if !markdown.isEmpty { pieces.append(.markdown(markdown)) }
        markdown = ""
        pieces.append(.value(try reference(inner[..<end].trimmed, at: index, of: document)))
        rest = inner[end...].dropFirst(2)
      }
      markdown += rest + "\n"
    }
    pieces.append(.markdown(markdown))
    return Prose(pieces: pieces)
  }

  private func reference(
    _ text: Substring,
    at index: Int,
    of document: Document
  ) throws(DefinitionError) -> Reference {
    let source: Reference.Source? =
      switch text {
      case "timezone": .timezone
      case _ where text.hasPrefix("period."):
        document.hasPeriod ? Reference.Source(ofPeriod: text.dropFirst(7)) : nil
      case _ where document.parameters.contains(where: { $0.name == text }):
        .parameter(String(text))
      default: cell(text, of: document)
      }
    guard let source else { throw error(.unknownValue(String(text)), at: index) }
    return Reference(source: source, text: String(text), line: index + 1)
  }

  /// `block.column` or `block.key.column`; whether there is such a key or column, the run shows.
  private func cell(_ text: Substring, of document: Document) -> Reference.Source? {
    let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(words.count), document.blockNames.contains(words[0]),
      !words.contains("")
    else { return nil }
    return .cell(
      block: words[0],
      key: words.count == 3 ? words[1] : nil,
      column: words[words.count - 1]
    )
  }
}

extension DefinitionParser.Document {
  /// Whether a parameter sets a period.
  fileprivate var hasPeriod: Bool { parameters.contains(where: \.isPeriod) }
}

extension Reference.Source {
  fileprivate init?(ofPeriod word: Substring) {
    switch word {
    case "name": self = .periodName
    case "first": self = .periodFirst
    case "last": self = .periodLast
    default: return nil
    }
  }
}

extension Substring {
  /// Where the next `{{` begins.
  fileprivate var firstIndexOfBraces: Index? {
    var rest = self
    while let brace = rest.firstIndex(of: "{") {
      if rest[brace...].hasPrefix("{{") { return brace }
      rest = rest[index(after: brace)...]
    }
    return nil
  }
}
