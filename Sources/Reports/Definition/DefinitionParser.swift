/// Reads a report's file from its first line to its last.
///
/// What a file may hold is in `docs/reports.md`.
struct DefinitionParser {
  /// What a file holds.
  struct Document {
    var title = ""
    var summary = ""
    var parameters: [ReportParameter] = []
    var parts: [ReportDefinition.Part] = []

    var blockNames: [String] {
      parts.compactMap { part in
        if case .block(let block) = part { block.name } else { nil }
      }
    }
  }

  let file: String
  let lines: [Substring]
  /// The index in `lines` of the line to read next.
  var next = 0

  init(text: String, file: String) {
    self.file = file
    let unmarked = text.first == "\u{feff}" ? text.dropFirst() : text[...]
    lines = unmarked.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  mutating func document() throws(DefinitionError) -> Document {
    var document = try frontMatter()
    let proses = try body(into: &document)
    guard !document.blockNames.isEmpty else { throw error(.noBlocks, at: lines.count - 1) }
    // Only now, since prose may speak of a block that comes after it.
    for prose in proses {
      document.parts[prose.part] = .prose(try read(prose.lines, of: document))
    }
    return document
  }

  /// Names go into SQL (`:name`), into file names (`name.csv`) and between dots (`{{name.column}}`).
  ///
  /// `{{period}}` is free for the one parameter that is the period.
  func checkName(
    _ name: String,
    notIn taken: [String],
    at index: Int,
    mayBePeriod: Bool = false
  ) throws(DefinitionError) {
    let letters = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    guard letters, let first = name.first, first.isLetter else {
      throw error(.badName(name), at: index)
    }
    // Without regard to case: not every file system, and no SQL, tells `Days` from `days`.
    let all = taken + Self.reservedNames.filter { !(mayBePeriod && $0 == "period") }
    guard !all.contains(where: { $0.lowercased() == name.lowercased() }) else {
      throw error(.nameTaken(name), at: index)
    }
  }

  func error(_ problem: DefinitionError.Problem, at index: Int) -> DefinitionError {
    DefinitionError(file: file, line: index + 1, block: nil, problem: problem)
  }

  /// Names that `{{…}}` has a meaning for in every report.
  static let reservedNames = ["timezone", "period"]
}

extension StringProtocol {
  /// Without the spaces and tabs at its ends.
  var trimmed: SubSequence {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = firstIndex(where: { !blank($0) }),
      let last = lastIndex(where: { !blank($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
