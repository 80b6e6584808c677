/// What a query means, said in plain Swift over the records: no code of the engine, no SQL.
indirect enum OracleQuery: Sendable {
  case word(String)
  case phrase([String])
  case prefix(String)
  case near(String, String, Int)
  case subject(String)
  case filter(text: String, @Sendable (Tenant.Item, Tenant) -> Bool)
  case not(OracleQuery)
  case and([OracleQuery])
  case or([OracleQuery])

  /// The query in the language, with parentheses where they are needed.
  var text: String {
    switch self {
    case .word(let word): word
    case .phrase(let words): "\"\(words.joined(separator: " "))\""
    case .prefix(let word): "\(word)*"
    case .near(let first, let second, let distance): "\(first) NEAR/\(distance) \(second)"
    case .subject(let word): "subject:\(word)"
    case .filter(let text, _): text
    case .not(let part): "-(\(part.text))"
    case .and(let parts): parts.map { "(\($0.text))" }.joined(separator: " ")
    case .or(let parts): parts.map { "(\($0.text))" }.joined(separator: " OR ")
    }
  }

  func matches(_ item: Tenant.Item, _ tenant: Tenant) -> Bool {
    let texts = [Self.words(item.subject), Self.words(item.content)]
    switch self {
    case .word(let word): return texts.contains { $0.contains(word) }
    case .prefix(let word): return texts.contains { $0.contains { $0.hasPrefix(word) } }
    case .phrase(let words):
      return texts.contains { text in
        text.indices.contains { text[$0...].starts(with: words) }
      }
    case .near(let first, let second, let distance):
      // As in FTS5, a word is near itself.
      return texts.contains { text in
        text.indices.contains { place in
          text[place] == first
            && text.indices.contains {
              text[$0] == second && abs($0 - place) - 1 <= distance
            }
        }
      }
    case .subject(let word): return texts[0].contains(word)
    case .filter(_, let test): return test(item, tenant)
    case .not(let part): return !part.matches(item, tenant)
    case .and(let parts): return parts.allSatisfy { $0.matches(item, tenant) }
    case .or(let parts): return parts.contains { $0.matches(item, tenant) }
    }
  }

  private static func words(_ text: String?) -> [String] {
    (text ?? "").lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// Whether the query speaks of types, deleted or gone items anywhere.
  func speaks(of key: String) -> Bool {
    switch self {
    case .filter(let text, _): text.contains(key)
    case .not(let part): part.speaks(of: key)
    case .and(let parts), .or(let parts): parts.contains { $0.speaks(of: key) }
    default: false
    }
  }
}

extension Tenant {
  /// The ids of what a query finds, newest first.
  func answer(_ query: OracleQuery) -> [String] {
    items.filter { item in
      query.matches(item, self)
        && (item.type == "TEXT" || query.speaks(of: "type:"))
        && (item.state != 3 || query.speaks(of: "is:deleted"))
        && (!item.isGone || query.speaks(of: "is:gone"))
    }.sorted { first, second in
      first.time != second.time
        ? first.time > second.time : second.id.utf8.lexicographicallyPrecedes(first.id.utf8)
    }.map(\.id)
  }

  private func replies(to item: Item) -> [Item] {
    items.filter { $0.parent == item.id && $0.isMessage }
  }

  static let filters: [OracleQuery] = [
    .filter(text: "from:ana") { item, _ in item.creator == 0 },
    .filter(text: "from:bob@example.com") { item, _ in item.creator == 1 },
    .filter(text: "in:\"lisbon rollout\"") { item, _ in item.conversation == 0 },
    .filter(text: "in:c-news") { item, _ in item.conversation == 2 },
    .filter(text: "kind:direct") { item, _ in item.conversation == 1 },
    .filter(text: "is:community") { item, _ in item.conversation == 2 },
    .filter(text: "type:text") { item, _ in item.type == "TEXT" },
    .filter(text: "type:system") { item, _ in item.type == "SYSTEM" },
    .filter(text: "type:call") { item, _ in item.type == "RTC" },
    .filter(text: "is:edited") { item, _ in item.state == 2 },
    .filter(text: "is:deleted") { item, _ in item.state == 3 },
    .filter(text: "is:gone") { item, _ in item.isGone },
    .filter(text: "is:reply") { item, _ in item.parent != nil },
    .filter(text: "is:webhook") { item, _ in item.isWebhook },
    .filter(text: "is:liked") { item, _ in !item.likes.isEmpty },
    .filter(text: "has:file") { item, _ in !item.files.isEmpty },
    .filter(text: "ext:pdf") { item, _ in item.files.contains { $0.hasSuffix(".pdf") } },
    .filter(text: "file:ship") { item, _ in
      item.files.contains { $0.split { !$0.isLetter }.contains("ship") }
    },
    .filter(text: "likes:>1") { item, _ in item.likes.count > 1 },
    .filter(text: "likes:0..1") { item, _ in item.likes.count <= 1 },
    .filter(text: "is:flagged") { item, tenant in
      tenant.flags.contains { $0.item == item.id && !$0.isGone }
    },
    .filter(text: "is:pinned") { item, tenant in
      tenant.pins.contains { tenant.items[$0].id == item.id }
    },
    .filter(text: "is:favorite") { item, _ in item.conversation == 2 },
    .filter(text: "is:thread") { item, tenant in
      item.parent == nil && !tenant.replies(to: item).isEmpty
    },
    .filter(text: "replies:>1") { item, tenant in tenant.replies(to: item).count > 1 },
    .filter(text: "is:question") { item, _ in isQuestion(item) },
    .filter(text: "is:unanswered") { item, tenant in
      isQuestion(item) && tenant.replies(to: item).allSatisfy { $0.creator == item.creator }
    },
    .filter(text: "with:cara") { item, _ in item.conversation == 1 },
    .filter(text: "member:bob@example.com") { item, _ in [0, 2].contains(item.conversation) },
    .filter(text: "topic:rollout") { item, _ in item.conversation == 0 },
    .filter(text: "label:LAUNCH") { item, _ in item.conversation < 3 },
    .filter(text: "label:l-1") { item, _ in [0, 2].contains(item.conversation) },
    .filter(text: "account:second") { item, _ in item.conversation > 1 },
    .filter(text: "account:u-ana") { item, _ in item.conversation < 3 },
    .filter(text: "liked-by:cara") { item, _ in item.likes.contains(2) },
    .filter(text: "flagged-by:bob@example.com") { item, tenant in
      tenant.flags.contains { $0.item == item.id && $0.person == 1 && !$0.isGone }
    },
    .filter(text: "mime:application/pdf") { item, _ in item.files.contains { $0.hasSuffix(".pdf") }
    },
    .filter(text: "mime:x-excel") { item, _ in item.files.contains { !$0.hasSuffix(".pdf") } },
    .filter(text: "mime:application/*") { item, _ in !item.files.isEmpty },
    .filter(text: "size:>=1M") { item, _ in
      item.files.contains { Tenant.facts(ofFile: $0).size >= 1_000_000 }
    },
    .filter(text: "size:..800k") { item, _ in
      item.files.contains { Tenant.facts(ofFile: $0).size <= 800_000 }
    },
    .filter(text: "on:2018-03-20") { item, _ in item.time < start + 86_400_000 },
    .filter(text: "before:2018-03-22") { item, _ in item.time < start + 2 * 86_400_000 },
    .filter(text: "after:2018-03-24") { item, _ in item.time >= start + 5 * 86_400_000 },
    .filter(text: "date:2018-03-20T00:00:00Z..2018-03-21") { item, _ in
      item.time < start + 2 * 86_400_000
    },
  ]

  private static func isQuestion(_ item: Item) -> Bool {
    item.content?.contains("?") == true && item.parent == nil && !item.isWebhook
  }
}
