/// Why a query cannot be read, and where.
public struct QueryError: Error, Sendable, Hashable {
  /// What is wrong, with keys and values as typed.
  public enum Kind: Sendable, Hashable {
    /// The query is longer than is read.
    case tooLong(byteCount: Int, limit: Int)
    /// Parentheses and negations nest too deep.
    case tooDeep(limit: Int)
    /// A key with nothing after its colon.
    case missingValue(key: String)
    /// A key with a parenthesis for a value.
    case groupedValue(key: String)
    /// What is probably a key, misspelt.
    case unknownKey(String)
    /// A value that is none of those the key takes.
    case unknownValue(key: String, value: String)
    /// A value that is no number or range of numbers.
    case notANumber(key: String, value: String)
    /// A value that is no size in bytes or range of sizes.
    case notASize(key: String, value: String)
    /// Numbers that no count can have.
    case impossibleCount(key: String, value: String)
    /// A value that is no date, or no range of dates where one may stand.
    case notADate(key: String, value: String)
    /// A range where only one date may stand.
    case notOneDate(key: String, value: String)
    /// A well-written date that the calendar does not have.
    case noSuchDate(String)
    /// A time that the zone's clock skips.
    case skippedTime(String, zone: String)
    /// A value that is no age.
    case notAnAge(key: String, value: String)
    /// A range whose end comes before its beginning.
    case backwardRange(String)
    /// A key that may stand only once in a query.
    case repeatedKey(String)
    /// Two keys that the platform does not take together.
    case conflictingKeys(String, String)
    /// `scope:` in an alternative, a negation or parentheses.
    case scopeInside
    /// Two scopes for one query.
    case conflictingScopes(String, String)
    /// Something that has no meaning in the query's scope.
    case outsideScope(String, scope: String)
    /// Words, as typed, of which none has a letter, digit or symbol to look for.
    case nothingToLookFor([String])
    /// A name that nobody (`person`) or nothing (`conversation`) in the index has.
    case unknownName(String, kind: String)
    /// A name that several have.
    case ambiguousName(String, candidates: [NameCandidate])
    /// `me`, without an account that says who that is.
    case noAccount
    /// `me`, with accounts of several people.
    case severalAccounts([NameCandidate])
    /// A cursor that no answer gave.
    case brokenCursor
    /// A cursor of another query or order.
    case foreignCursor
  }

  /// What might help.
  public enum Hint: Sendable, Hashable {
    /// What was probably meant.
    case didYouMean(String)
    /// All there is to choose from.
    case choices([String])
    /// What would be right.
    case example(String)
    /// In quotes it would be text.
    case quoting
    /// Names like the one given.
    case suggestions([String])
  }

  /// What is wrong.
  public let kind: Kind
  /// Where in the query's text: UTF-8 offsets.
  public let range: Range<Int>
  /// What might help.
  public let hint: Hint?

  init(_ kind: Kind, _ range: Range<Int>, hint: Hint? = nil) {
    self.kind = kind
    self.range = range
    self.hint = hint
  }
}

extension QueryError: CustomStringConvertible {
  /// One line without control characters: what is wrong, and what might help.
  public var description: String {
    hint.map { "\(kind); \($0)" } ?? kind.description
  }
}

extension QueryError.Kind: CustomStringConvertible {
  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .tooLong(let byteCount, let limit):
      "the query is \(byteCount) bytes long, and \(limit) is the most"
    case .tooDeep(let limit): "more than \(limit) parentheses and negations inside one another"
    case .missingValue(let key): "\(named(key)) needs a value right after the colon"
    case .groupedValue(let key): "\(named(key)) takes one value, not a group"
    case .unknownKey(let key): "\(named(key)) is not a key"
    case .unknownValue(let key, let value): "\(named(key)) does not take \(shown(value))"
    case .notANumber(let key, let value): "\(named(key)) needs a number, not \(shown(value))"
    case .notASize(let key, let value): "\(named(key)) needs a size, not \(shown(value))"
    case .impossibleCount(let key, let value): "\(named(key)) can never be \(shown(value))"
    case .notADate(let key, let value): "\(named(key)) needs a date, not \(shown(value))"
    case .notOneDate(let key, let value): "\(named(key)) needs one date, not \(shown(value))"
    case .noSuchDate(let date): "there is no date \(shown(date))"
    case .skippedTime(let time, let zone): "the clock in \(zone) never shows \(shown(time))"
    case .notAnAge(let key, let value): "\(named(key)) needs an age, not \(shown(value))"
    case .backwardRange(let range): "\(shown(range)) ends before it begins"
    case .repeatedKey(let key): "\(named(key)) may stand only once"
    case .conflictingKeys(let one, let other):
      "\(named(one)) and \(named(other)) do not go together"
    case .scopeInside:
      "'scope:' is about the whole query: it cannot stand in parentheses, in an OR or behind a minus"
    case .conflictingScopes(let one, let other):
      "scope:\(one) stands in the query, and the scope is to be \(other)"
    case .outsideScope(let part, let scope): "\(shown(part)) means nothing with scope:\(scope)"
    case .nothingToLookFor(let words):
      "nothing to look for in \(words.prefix(3).map(shown).joined(separator: ", "))"
    case .unknownName(let name, let kind): "no \(kind) is known as \(shown(name))"
    case .ambiguousName(let name, let candidates): Self.listing(shown(name), candidates)
    case .noAccount:
      "'me' needs an account that is known by name: 'trawl accounts add', then 'trawl accounts test'"
    case .severalAccounts(let candidates): Self.listing("'me'", candidates)
    case .brokenCursor: "this is no cursor of an answer"
    case .foreignCursor: "the cursor belongs to another query or order"
    }
  }

  private static func listing(_ name: String, _ candidates: [NameCandidate]) -> String {
    let shown = candidates.prefix(NameDirectory.candidateLimit).map { candidate in
      let facts = [candidate.detail, candidate.id].compactMap { $0 }.joined(separator: ", ")
      return "\(candidate.name) (\(facts))".escapedForPrinting
    }
    let more = candidates.count > shown.count ? " and others" : ""
    return "\(name) could be \(shown.joined(separator: "; "))\(more)"
  }

  private func named(_ key: String) -> String { "'\(key.escapedForPrinting):'" }

  /// In quotes, on one line, and cut when long.
  private func shown(_ value: String) -> String {
    let limit = 40
    let cut = value.unicodeScalars.count > limit
    let head = cut ? String(String.UnicodeScalarView(value.unicodeScalars.prefix(limit))) : value
    return "'\(head.escapedForPrinting)\(cut ? "…" : "")'"
  }
}

extension QueryError.Hint: CustomStringConvertible {
  /// What might help, in one line.
  public var description: String {
    switch self {
    case .didYouMean(let text): "did you mean '\(text)'?"
    case .choices(let choices): "it takes \(choices.joined(separator: ", "))"
    case .example(let example): "for example \(example)"
    case .quoting: "in quotes it is text"
    case .suggestions(let names):
      "did you mean \(names.map(\.quotedForPrinting).joined(separator: ", "))?"
    }
  }
}
