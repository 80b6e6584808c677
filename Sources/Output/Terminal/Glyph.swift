internal import CUTF8Proc

/// One character as a terminal shows it: what a table measures, cuts, wraps and highlights.
struct Glyph: Equatable {
  var text: String
  var columns: Int
  var isMarked = false
  /// Whether it is only an aside.
  var isFaint = false

  var isSpace: Bool { text == " " }

  /// The glyphs of a text on one line, made safe first; a text too long for any terminal is cut.
  static func line(_ text: String, isMarked: Bool = false) -> [Glyph] {
    guard text.utf8.count > mostBytes else { return glyphs(text, isMarked) }
    let start = String(text.unicodeScalars.prefix(mostBytes / 4))
    return glyphs(start, isMarked) + [Glyph(text: "…", columns: 1)]
  }

  private static let mostBytes = 1 << 16

  private static func glyphs(_ text: String, _ isMarked: Bool) -> [Glyph] {
    // The common case, several times as fast.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      return text.unicodeScalars.map { Glyph(text: String($0), columns: 1, isMarked: isMarked) }
    }
    // Marks without a letter would join what stands before the cell.
    let start = TerminalText.safe(text).unicodeScalars.drop {
      $0.properties.isGraphemeExtend || $0 == "\u{200D}"
    }
    return String(start).map { character in
      let shown = capped(character)
      return Glyph(text: String(shown), columns: columns(of: shown), isMarked: isMarked)
    }
  }

  /// A character without the tower of marks that would run over the lines above and below.
  private static func capped(_ character: Character) -> Character {
    guard character.unicodeScalars.count > mostScalars else { return character }
    return String(String.UnicodeScalarView(character.unicodeScalars.prefix(mostScalars))).first
      ?? character
  }

  /// A family emoji with skin tones has 11 scalars; nothing real has more.
  private static let mostScalars = 12

  private static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1 {
      return max(0, Int(utf8proc_charwidth(utf8proc_int32_t(only.value))))
    }
    // A variation selector makes an emoji of a narrow sign.
    if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
    let sum = scalars.reduce(0) {
      $0 + max(0, Int(utf8proc_charwidth(utf8proc_int32_t($1.value))))
    }
    return min(2, sum)
  }
}

extension Collection where Element == Glyph {
  /// How many columns they take together.
  var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension [Glyph] {
  /// The glyphs cut to a width, the last column an ellipsis when something was cut.
  func truncated(to width: Int) -> [Glyph] {
    guard columns > width else { return self }
    guard width > 0 else { return [] }
    var kept: [Glyph] = []
    var used = 0
    for glyph in self {
      guard used + glyph.columns < width else { break }
      kept.append(glyph)
      used += glyph.columns
    }
    // A text that was cut before says so once.
    while let last = kept.last, last.isSpace || last.text == "…" { kept.removeLast() }
    return kept + [Glyph(text: "…", columns: 1)]
  }

  /// The glyphs over at most `lines` lines, broken at spaces where there are any.
  func wrapped(to width: Int, lines: Int) -> [[Glyph]] {
    var result: [[Glyph]] = []
    var rest = self[...]
    while !rest.isEmpty, result.count < lines - 1, rest.columns > width {
      let line = rest.breaking(at: width)
      result.append(Array(line))
      rest = rest.dropFirst(line.count).drop(while: \.isSpace)
    }
    if !rest.isEmpty || result.isEmpty { result.append(Array(rest).truncated(to: width)) }
    return result
  }
}

extension ArraySlice<Glyph> {
  /// The longest beginning that fits, ended before a space if it has one; one glyph at least.
  fileprivate func breaking(at width: Int) -> ArraySlice<Glyph> {
    var end = startIndex
    var used = 0
    var lastSpace: Int?
    while end < endIndex, used + self[end].columns <= width {
      if self[end].isSpace { lastSpace = end }
      used += self[end].columns
      end += 1
    }
    if end < endIndex, self[end].isSpace { lastSpace = end }
    guard let lastSpace, lastSpace > startIndex else {
      return self[startIndex..<Swift.max(end, startIndex + 1)]
    }
    return self[startIndex..<lastSpace]
  }
}
