/// What stands after a key's colon.
struct FieldValue {
  let text: String
  let isQuoted: Bool
  /// Where it stands in the query, quotes included: UTF-8 offsets.
  let range: Range<Int>
}

/// Reads the value of one key.
struct FilterReader {
  let key: QueryKey
  /// The key's name as typed.
  let name: String
  let value: FieldValue
  let clock: LocalClock

  func filter() throws(QueryError) -> QueryFilter {
    switch key {
    case .from: .from(value.text)
    case .mentions: .mentions(value.text)
    case .conversation: .conversation(value.text)
    case .topic: .topic(term)
    case .with: .partner(value.text)
    case .member: .member(value.text)
    case .label: .label(value.text)
    case .account: .account(value.text)
    case .likedBy: .likedBy(value.text)
    case .flaggedBy: .flaggedBy(value.text)
    case .kind: .kind(try choice(among: ConversationKind.self))
    case .type: try type()
    case .state: try state()
    case .has: .has(try choice(among: ItemPart.self, aliases: Self.partAliases))
    case .likes: .count(.likes, try countRange())
    case .replies: .count(.replies, try countRange())
    case .files: .count(.files, try countRange())
    case .date, .before, .after, .on, .during, .newer, .older: .created(try timeSpan())
    case .subject: .subject(term)
    case .file: .file(term)
    case .fileExtension: try fileExtension()
    case .mime: .mime(value.text.lowercased())
    case .size: .size(try sizeRange())
    case .scope: .scope(try choice(among: SearchScope.self, aliases: SearchScope.aliases))
    case .id: .item(value.text)
    case .thread: .thread(value.text)
    case .exact: .exact(value.text)
    case .fragment: .fragment(value.text)
    }
  }

  private var term: QueryTerm {
    value.isQuoted ? .phrase(value.text) : QueryTerm(unquoted: value.text)
  }

  private func type() throws(QueryError) -> QueryFilter {
    .type(try choice(among: ItemType.self, aliases: ["rtc": .call]))
  }

  private func state() throws(QueryError) -> QueryFilter {
    if let kind = ConversationKind(rawValue: value.text.lowercased()) { return .kind(kind) }
    return .state(try choice(among: ItemState.self, aliases: ["favourite": .favorite]))
  }

  private func fileExtension() throws(QueryError) -> QueryFilter {
    let ending = value.text.lowercased().drop { $0 == "." }
    guard !ending.isEmpty else { throw QueryError(.missingValue(key: name), value.range) }
    return .fileExtension(String(ending))
  }

  private func choice<Choice: RawRepresentable<String>>(
    among type: Choice.Type,
    aliases: [String: Choice] = [:]
  ) throws(QueryError) -> Choice {
    let word = value.text.lowercased()
    if let choice = Choice(rawValue: word) ?? aliases[word] { return choice }
    let near = nearestWord(to: word, among: key.choices)
    throw QueryError(
      .unknownValue(key: name, value: value.text),
      value.range,
      hint: near.map { .didYouMean("\(name):\($0)") } ?? .choices(key.choices)
    )
  }

  private static let partAliases: [String: ItemPart] = [
    "files": .file, "links": .link, "mentions": .mention, "likes": .like, "replies": .reply,
  ]
}

extension QueryTerm {
  /// A word, or the beginning of one if it ends in an asterisk.
  init(unquoted text: String) {
    let head = text.trimmingSuffix("*")
    self = head.isEmpty || head.utf8.count == text.utf8.count ? .word(text) : .prefix(head)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character {
      text.removeLast()
    }
    return String(text)
  }
}
