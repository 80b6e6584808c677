extension DefinitionParser {
  /// Reads what stands between the two `---`.
  mutating func frontMatter() throws(DefinitionError) -> Document {
    guard let first = lines.first, first.trimmed == "---" else {
      throw error(.noFrontMatter, at: 0)
    }
    var document = Document()
    var seen: Set<Substring> = []
    next = 1
    while next < lines.count, lines[next].trimmed != "---" {
      let index = next
      let line = lines[index].trimmed
      next += 1
      if line.isBlankOrComment { continue }
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("-") else {
        throw error(.malformedLine, at: index)
      }
      let key = line[..<colon].trimmed
      let value = line[line.index(after: colon)...].trimmed
      guard seen.insert(key).inserted else { throw error(.repeatedKey(String(key)), at: index) }
      switch key {
      case "title": document.title = String(value)
      case "description": document.summary = String(value)
      case "parameters" where value.isEmpty: document.parameters = try parameters()
      case "parameters": throw error(.malformedParameter, at: index)
      default: throw error(.unknownKey(String(key)), at: index)
      }
    }
    guard next < lines.count else { throw error(.unclosedFrontMatter, at: 0) }
    guard !document.title.isEmpty else { throw error(.noTitle, at: next) }
    next += 1
    return document
  }

  /// Reads the lines `- name: kind = value` that follow `parameters:`.
  private mutating func parameters() throws(DefinitionError) -> [ReportParameter] {
    var result: [ReportParameter] = []
    while next < lines.count {
      guard !lines[next].isBlankOrComment else {
        next += 1
        continue
      }
      guard lines[next].trimmed.hasPrefix("- ") else { break }
      let parameter = try parameter(lines[next].trimmed.dropFirst(2), at: next)
      try checkName(
        parameter.name,
        notIn: result.map(\.name),
        at: next,
        mayBePeriod: parameter.isPeriod
      )
      guard !parameter.isPeriod || !result.contains(where: \.isPeriod) else {
        throw error(.secondPeriod, at: next)
      }
      result.append(parameter)
      next += 1
    }
    return result
  }

  private func parameter(
    _ text: Substring,
    at index: Int
  ) throws(DefinitionError) -> ReportParameter {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw error(.malformedParameter, at: index) }
    let sides = halves[1].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let word = sides.first?.trimmed, !word.isEmpty else {
      throw error(.malformedParameter, at: index)
    }
    guard let kind = ReportParameter.Kind(rawValue: String(word)) else {
      throw error(.unknownKind(String(word)), at: index)
    }
    let parameter = ReportParameter(
      name: String(halves[0].trimmed),
      kind: kind,
      defaultValue: sides.count == 2 ? String(sides[1].trimmed) : nil
    )
    if let value = parameter.defaultValue, !parameter.accepts(value) {
      throw error(.badDefault(value, kind: kind), at: index)
    }
    return parameter
  }
}

extension Substring {
  /// Whether a line of the front matter says nothing.
  fileprivate var isBlankOrComment: Bool { trimmed.isEmpty || trimmed.hasPrefix("#") }
}
