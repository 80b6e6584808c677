extension DefinitionParser {
  /// Reads the parts; prose is put in empty, and given back as its lines and its part's index.
  mutating func body(
    into document: inout Document
  ) throws(DefinitionError) -> [(part: Int, lines: Range<Int>)] {
    var proses: [(part: Int, lines: Range<Int>)] = []
    var start = next
    func endProse(before end: Int, in document: inout Document) {
      guard !lines[start..<end].allSatisfy({ $0.trimmed.isEmpty }) else { return }
      proses.append((document.parts.count, start..<end))
      document.parts.append(.prose(Prose(pieces: [])))
    }
    while next < lines.count {
      let opening = next
      next += 1
      guard let fence = Fence(opening: lines[opening]) else { continue }
      guard let closing = lines[next...].firstIndex(where: fence.isClosed) else {
        throw error(.unclosedFence, at: opening)
      }
      next = closing + 1
      // Any other fence is prose: an example to read, for instance.
      guard fence.language == "sql" else { continue }
      endProse(before: opening, in: &document)
      start = next
      let block = try block(fence, sql: lines[(opening + 1)..<closing], at: opening)
      let taken = document.blockNames + document.parameters.map(\.name)
      try checkName(block.name, notIn: taken, at: opening)
      document.parts.append(.block(block))
    }
    endProse(before: lines.count, in: &document)
    return proses
  }

  private func block(
    _ fence: Fence,
    sql lines: ArraySlice<Substring>,
    at index: Int
  ) throws(DefinitionError) -> BlockDefinition {
    let attributes: [String: String]
    do throws(DefinitionError.Problem) {
      attributes = try fence.attributes()
    } catch {
      throw self.error(error, at: index)
    }
    guard let name = attributes["name"] else { throw error(.noName, at: index) }
    func wrong(_ problem: DefinitionError.Problem) -> DefinitionError {
      DefinitionError(file: file, line: index + 1, block: name, problem: problem)
    }
    let word = attributes["show"] ?? Presentation.table.rawValue
    guard let presentation = Presentation(rawValue: word) else {
      throw wrong(.unknownPresentation(word))
    }
    let rows = attributes["rows"] ?? String(BlockDefinition.defaultShownRows)
    guard let shownRows = Int(rows), shownRows > 0 else { throw wrong(.badRows(rows)) }
    guard attributes["group"] != "" else { throw wrong(.noGroup) }
    guard !lines.allSatisfy({ $0.trimmed.isEmpty }) else { throw wrong(.noSQL) }
    return BlockDefinition(
      name: name,
      title: attributes["title"] ?? name,
      presentation: presentation,
      shownRows: shownRows,
      group: attributes["group"].map(BlockGroup.init),
      sql: lines.joined(separator: "\n"),
      line: index + 1
    )
  }
}
