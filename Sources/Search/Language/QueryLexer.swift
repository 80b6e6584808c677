/// Cuts a query's text into tokens and reads the values of keys.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of each scalar, and the length of the whole.
  private let offsets: [Int]
  private let clock: LocalClock
  private var position = 0
  private var tokens: [QueryToken] = []

  static func tokens(of text: String, at clock: LocalClock) throws(QueryError) -> [QueryToken] {
    var lexer = Self(text, clock)
    while lexer.position < lexer.scalars.count {
      try lexer.readToken()
    }
    return lexer.tokens
  }

  private init(_ text: String, _ clock: LocalClock) {
    scalars = Array(text.unicodeScalars)
    var offset = 0
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.offsets = offsets + [offset]
    self.clock = clock
  }

  private mutating func readToken() throws(QueryError) {
    let scalar = scalars[position]
    switch scalar {
    case "(": add(.open, upTo: position + 1)
    case ")": add(.close, upTo: position + 1)
    case "|": add(.or, upTo: end(while: { $0 == "|" }))
    case "-" where isNegation: add(.minus, upTo: position + 1)
    case _ where scalar.isQuerySpace: position += 1
    case _ where QuoteFamily(scalar) != nil:
      let quoted = quoted(from: position)
      add(.term(.phrase(quoted.text)), upTo: quoted.end)
    default: try readWord()
    }
  }

  /// Whether the minus here begins a token and stands directly before what it may negate; two of
  /// them (`--force`) are text.
  private var isNegation: Bool {
    if position > 0 {
      let previous = scalars[position - 1]
      guard previous == "(" || previous == "|" || previous.isQuerySpace else { return false }
    }
    guard position + 1 < scalars.count else { return false }
    let next = scalars[position + 1]
    return !next.isQuerySpace && next != ")" && next != "|" && next != "-"
  }

  private mutating func add(_ kind: QueryToken.Kind, upTo end: Int) {
    tokens.append(
      QueryToken(kind: kind, text: text(position..<end), range: range(position..<end))
    )
    position = end
  }

  private func end(while condition: (Unicode.Scalar) -> Bool) -> Int {
    scalars[position...].firstIndex { !condition($0) } ?? scalars.count
  }

  private func text(_ positions: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[positions]))
  }

  private func range(_ positions: Range<Int>) -> Range<Int> {
    offsets[positions.lowerBound]..<offsets[positions.upperBound]
  }
}

// MARK: - Words and keys

extension QueryLexer {
  private mutating func readWord() throws(QueryError) {
    let end = end { !$0.isQueryDelimiter }
    if let colon = scalars[position..<end].firstIndex(of: ":"),
      let field = try field(colon: colon, wordEnd: end)
    {
      add(.filter(field.filter), upTo: field.end)
      return
    }
    let word = text(position..<end)
    let isNegated = if case .minus = tokens.last?.kind { true } else { false }
    let kind = isNegated ? nil : QueryToken.operatorKind(of: word)
    add(kind ?? .term(QueryTerm(unquoted: word)), upTo: end)
  }

  /// The filter that begins here, or nothing if this is text after all.
  private func field(
    colon: Int,
    wordEnd: Int
  ) throws(QueryError) -> (filter: QueryFilter, end: Int)? {
    let name = text(position..<colon)
    guard Self.couldBeKey(name), !isTextAfterColon(colon + 1) else { return nil }
    guard let key = QueryKey(named: name) else {
      try rejectSlip(name, colon: colon, wordEnd: wordEnd)
      return nil
    }
    let keyRange = range(position..<colon + 1)
    guard let value = value(from: colon + 1, wordEnd: wordEnd) else {
      if wordEnd < scalars.count, wordEnd == colon + 1, scalars[wordEnd] == "(" {
        throw QueryError(
          .groupedValue(key: name),
          keyRange,
          hint: .example("(\(name):a OR \(name):b)")
        )
      }
      throw QueryError(.missingValue(key: name), keyRange, hint: .quoting)
    }
    let reader = FilterReader(key: key, name: name, value: value.field, clock: clock)
    return (try reader.filter(), value.end)
  }

  private func value(from start: Int, wordEnd: Int) -> (field: FieldValue, end: Int)? {
    if start < wordEnd {
      let value = text(start..<wordEnd)
      let field = FieldValue(text: value, isQuoted: false, range: range(start..<wordEnd))
      return (field, wordEnd)
    }
    guard start < scalars.count, QuoteFamily(scalars[start]) != nil else { return nil }
    let quoted = quoted(from: start)
    let trimmed = quoted.text.trimmingQuerySpaces
    guard !trimmed.isEmpty else { return nil }
    let field = FieldValue(text: trimmed, isQuoted: true, range: range(start..<quoted.end))
    return (field, quoted.end)
  }

  /// A key that is nearly one of ours, with a value that key would take, is a slip.
  private func rejectSlip(_ name: String, colon: Int, wordEnd: Int) throws(QueryError) {
    guard let value = value(from: colon + 1, wordEnd: wordEnd)?.field,
      let nearest = QueryKey.nearest(to: name), let key = QueryKey(named: nearest)
    else { return }
    let reader = FilterReader(key: key, name: nearest, value: value, clock: clock)
    guard (try? reader.filter()) != nil else { return }
    let keyRange = range(position..<colon + 1)
    throw QueryError(.unknownKey(name), keyRange, hint: .didYouMean("\(nearest):"))
  }

  /// After `http:` comes `//`, after `std:` another colon: nothing that a value begins with.
  private func isTextAfterColon(_ start: Int) -> Bool {
    let next = scalars[start...].prefix(2)
    return next.first == ":" || next.elementsEqual(["/", "/"])
  }

  private static func couldBeKey(_ name: String) -> Bool {
    (1...32).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        let character = Character(Unicode.Scalar(byte))
        return (character.isASCII && character.isLetter) || character == "-" || character == "_"
      }
  }
}

// MARK: - Quotes

extension QueryLexer {
  /// The text between the quote at `start` and the one that closes it, or the end of the query.
  ///
  /// A quote closes with one of its own family, else with a straight one for a curly one and the
  /// other way round, as keyboards mix them up.
  private func quoted(from start: Int) -> (text: String, end: Int) {
    let rest = scalars[(start + 1)...]
    let family = QuoteFamily(scalars[start])
    let close =
      rest.firstIndex { QuoteFamily($0) == family }
      ?? rest.firstIndex { family != .angled && [.straight, .curly].contains(QuoteFamily($0)) }
    let end = close ?? scalars.count
    return (text(start + 1..<end), close.map { $0 + 1 } ?? end)
  }
}

/// Quotes that open and close one another.
private enum QuoteFamily {
  case straight
  case curly
  case angled

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\u{FF02}": self = .straight
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}": self = .curly
    case "\u{AB}", "\u{BB}": self = .angled
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// What parts words: white space of any script, control characters, a stray byte order mark.
  fileprivate var isQuerySpace: Bool {
    properties.isWhitespace || properties.generalCategory == .control || value == 0xFEFF
  }

  fileprivate var isQueryDelimiter: Bool {
    self == "(" || self == ")" || self == "|" || isQuerySpace || QuoteFamily(self) != nil
  }
}

extension String {
  fileprivate var trimmingQuerySpaces: String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.isQuerySpace }
    let head = unicodeScalars.drop(while: isSpace)
    let tail = head.reversed().drop(while: isSpace).reversed()
    return String(String.UnicodeScalarView(tail))
  }
}
