/// What is wrong with a report's file, and where.
public struct DefinitionError: Error, Sendable, Equatable {
  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The block it is in, where it is in one that has a name.
  public let block: String?
  /// What is wrong.
  public let problem: Problem

  /// What can be wrong with a report's file.
  public enum Problem: Error, Sendable, Equatable {
    /// The first line is not `---`.
    case noFrontMatter
    /// No second `---` ends the front matter.
    case unclosedFrontMatter
    /// A line of the front matter is not `key: value`.
    case malformedLine
    /// The front matter has a key that means nothing.
    case unknownKey(String)
    /// The front matter has a key twice.
    case repeatedKey(String)
    /// The report has no title.
    case noTitle
    /// A parameter is not `- name: kind` or `- name: kind = value`.
    case malformedParameter
    /// A parameter has a kind that there is not.
    case unknownKind(String)
    /// A parameter's default is no value of its kind.
    case badDefault(String, kind: ReportParameter.Kind)
    /// A second parameter is a period.
    case secondPeriod
    /// A parameter's or block's name is taken already, or by Trawl.
    case nameTaken(String)
    /// A parameter's or block's name has other characters than names have.
    case badName(String)
    /// A fence that opens is never closed.
    case unclosedFence
    /// A word of a fence is not `key=value`.
    case malformedAttribute(String)
    /// A fence has a key that means nothing.
    case unknownAttribute(String)
    /// A fence has a key twice.
    case repeatedAttribute(String)
    /// A block has no name.
    case noName
    /// A block looks like nothing we can draw.
    case unknownPresentation(String)
    /// A block's `group` is empty.
    case noGroup
    /// A block's `rows` is no number from 1.
    case badRows(String)
    /// A block has no SQL in it.
    case noSQL
    /// A report has no block.
    case noBlocks
    /// `{{` has no `}}` in its line.
    case unclosedValue
    /// `{{…}}` names nothing that the report has.
    case unknownValue(String)
  }
}

extension DefinitionError: CustomStringConvertible {
  /// One line: file, line, block where there is one, and what is wrong.
  public var description: String {
    let place = block.map { "block '\($0)': " } ?? ""
    return "\(file):\(line): \(place)\(problem)"
  }
}

extension DefinitionError.Problem: CustomStringConvertible {
  /// What is wrong, and what is allowed, without the place.
  public var description: String {
    switch self {
    case .noFrontMatter, .unclosedFrontMatter, .malformedLine, .unknownKey, .repeatedKey, .noTitle:
      frontMatterSentence
    case .malformedParameter, .unknownKind, .badDefault, .secondPeriod, .nameTaken, .badName:
      parameterSentence
    case .unclosedFence, .malformedAttribute, .unknownAttribute, .repeatedAttribute, .noName,
      .unknownPresentation, .badRows, .noGroup, .noSQL, .noBlocks, .unclosedValue, .unknownValue:
      bodySentence
    }
  }

  private var frontMatterSentence: String {
    switch self {
    case .noFrontMatter: "a report begins with a line '---', 'title: …' and a line '---'"
    case .unclosedFrontMatter: "the front matter is not ended by a line '---'"
    case .malformedLine: "a line of the front matter is written 'key: value'"
    case .unknownKey(let key):
      "unknown key '\(key)'; the front matter has title, description and parameters"
    case .repeatedKey(let key): "'\(key)' stands here a second time"
    default: "the front matter has no title"
    }
  }

  private var parameterSentence: String {
    switch self {
    case .malformedParameter:
      "a parameter is written '- name: kind' or '- name: kind = value'"
    case .unknownKind(let kind):
      "unknown kind '\(kind)'; a parameter is of kind \(choices(ReportParameter.Kind.self))"
    case .badDefault(let value, let kind): "'\(value)' is no value of kind \(kind.rawValue)"
    case .secondPeriod: "a report has one period, and another parameter sets it"
    case .nameTaken(let name): "the name '\(name)' is taken"
    case .badName(let name):
      "'\(name)' is no name; a name is a letter, then letters, digits and '_'"
    default: ""
    }
  }

  private var bodySentence: String {
    switch self {
    case .unclosedFence: "the fence that opens here is not closed"
    case .malformedAttribute(let word):
      "'\(word)' after 'sql' is not written key=value or key=\"value\""
    case .unknownAttribute(let key):
      "unknown key '\(key)' after 'sql'; a block has name, show, title, rows and group"
    case .repeatedAttribute(let key): "'\(key)' stands here a second time"
    case .noName: "a block needs a name: sql name=…"
    case .unknownPresentation(let word):
      "unknown presentation '\(word)'; a block can show=\(choices(Presentation.self))"
    case .noGroup: "group= is empty; write group=one, group=all, or a column's name"
    case .badRows(let text): "rows=\(text) is no number from 1 on"
    case .noSQL: "there is no SQL in it"
    case .noBlocks: "the report has no block of SQL"
    case .unclosedValue: "'{{' is not closed by '}}' in its line; write '\\{{' for the braces"
    case .unknownValue(let text):
      "'{{\(text)}}' is no parameter, no 'timezone', 'period.name', 'period.first' or "
        + "'period.last', and no 'block.column' or 'block.key.column'"
    default: ""
    }
  }

  /// `a, b or c`, of an enum's raw values.
  private func choices<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type
  ) -> String {
    let words = type.allCases.map(\.rawValue)
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
