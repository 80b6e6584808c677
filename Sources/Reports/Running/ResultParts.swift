import Output

/// Puts blocks into their places and values into the prose.
struct ResultParts {
  let definition: ReportDefinition
  let resolved: ResolvedArguments
  let zone: Zone
  /// In the definition's order.
  let blocks: [ReportBlock]

  var parts: [ReportResult.Part] {
    get throws {
      var next = blocks.makeIterator()
      return try definition.parts.compactMap { part in
        switch part {
        case .block: next.next().map(ReportResult.Part.block)
        case .prose(let prose): .prose(try prose.pieces.map(filled))
        }
      }
    }
  }

  private func filled(_ piece: Prose.Piece) throws -> ReportResult.ProsePiece {
    guard case .value(let reference) = piece else {
      guard case .markdown(let text) = piece else { return .markdown("") }
      return .markdown(text)
    }
    switch reference.source {
    case .timezone: return .value(.text(zone.identifier))
    case .periodName: return .value(text(resolved.period?.name))
    case .periodFirst: return .value(text(resolved.period?.first))
    case .periodLast: return .value(text(resolved.period?.last))
    case .parameter(let name):
      let value = resolved.values.first { $0.name == name }?.shown
      return .value(value ?? .null)
    case .cell(let block, let key, let column):
      return try cell(of: block, key: key, column: column, reference)
    }
  }

  /// A cell of the first row, or of the first row whose first column is `key`; no row, no value.
  private func cell(
    of name: String,
    key: String?,
    column: String,
    _ reference: Reference
  ) throws -> ReportResult.ProsePiece {
    let block = blocks.first { $0.name == name }
    let columns = block?.columns ?? []
    guard let block, let index = columns.firstIndex(where: { $0.name == column }) else {
      throw ReportError.unknownColumn(
        file: definition.file,
        line: reference.line,
        reference: reference.text,
        columns: columns.map(\.name)
      )
    }
    let row = block.rows.first { row in key.map { row.first?.isKey($0) ?? false } ?? true }
    return .value(row?[index] ?? .null)
  }

  private func text(_ value: (some CustomStringConvertible)?) -> Cell {
    value.map { .text($0.description) } ?? .null
  }
}

extension Cell {
  /// Whether a cell of the first column is the one that `{{BLOCK.KEY.COLUMN}}` means.
  fileprivate func isKey(_ key: String) -> Bool {
    switch self {
    case .text(let text): text == key
    case .integer(let number): String(number) == key
    default: false
    }
  }
}
