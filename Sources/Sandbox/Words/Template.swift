/// What a template leaves to the moment.
enum Slot: Character, Sendable {
  case noun = "n"
  case rareWord = "x"
  case project = "p"
  case ticket = "t"
  case link = "u"
  case mention = "m"
  case hashtag = "g"
  case file = "f"
  case code = "c"
  case number = "d"
  case hour = "h"
  case weekday = "w"
  case emoji = "e"
  case customer = "k"
  case version = "r"
  case givenName = "q"
}

/// A part of a template.
enum TemplatePart: Sendable {
  case text(Piece)
  case slot(Slot)
}

/// A run of templates to draw from.
struct TemplateList: Sendable {
  let start: Int
  let count: Int
}

/// All templates of the tenant, cut into parts once.
struct TemplateBook: Sendable {
  private(set) var parts: [TemplatePart] = []
  private(set) var templates: [Range<Int>] = []

  /// Takes in a template a line.
  mutating func list(_ lines: String, into lexicon: inout Lexicon) -> TemplateList {
    let start = templates.count
    for line in lines.split(separator: "\n") { add(line, to: &lexicon) }
    return TemplateList(start: start, count: templates.count - start)
  }

  private mutating func add(_ line: Substring, to lexicon: inout Lexicon) {
    let start = parts.count
    var text = ""
    var rest = line
    while let letter = rest.popFirst() {
      guard letter == "{", let name = rest.first, let slot = Slot(rawValue: name) else {
        text.append(letter)
        continue
      }
      rest = rest.dropFirst(2)
      if !text.isEmpty { parts.append(.text(lexicon.piece(text))) }
      text = ""
      parts.append(.slot(slot))
    }
    if !text.isEmpty { parts.append(.text(lexicon.piece(text))) }
    templates.append(start..<parts.count)
  }
}
