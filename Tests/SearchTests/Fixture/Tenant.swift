import TestSupport

/// A small tenant's records, as tests make them and as the oracle looks at them.
struct Tenant {
  struct Person {
    var id: String
    var name: String
    var email: String?
  }

  struct Conversation {
    var id: String
    var type: String
    var topic: String?
    var participants: [Int] = []
  }

  struct Item {
    var id: String
    /// Places in `people` and `conversations`.
    var creator: Int
    var conversation: Int
    /// In ms since 1970 UTC.
    var time: Int64
    var type = "TEXT"
    /// 1 CREATED, 2 EDITED, 3 DELETED.
    var state = 1
    var subject: String?
    var content: String?
    var parent: String?
    var likes: [Int] = []
    var files: [String] = []
    var isWebhook = false
    var isGone = false

    var isMessage: Bool { type == "TEXT" && state != 3 && !isGone }
  }

  struct Flag {
    var item: String
    var person: Int
    var conversation: Int
    var isGone = false
  }

  struct Label {
    var id: String
    var person: Int
    var value: String
    var conversations: [Int]
  }

  struct Account {
    var name: String
    var person: Int
    var conversations: [Int]
  }

  var people: [Person] = []
  var conversations: [Conversation] = []
  var items: [Item] = []
  var flags: [Flag] = []
  /// Places in `items`.
  var pins: [Int] = []
  /// Places in `conversations`.
  var favorites: [Int] = []
  var labels: [Label] = []
  /// What no archive holds: who asked the API, and what they saw.
  var accounts: [Account] = []
}

extension Tenant {
  /// The size of a file in bytes, and its MIME type.
  static func facts(ofFile name: String) -> (size: Int, mimeType: String) {
    let type = name.hasSuffix(".pdf") ? "application/pdf" : "Application/x-excel; charset=x"
    return (name.utf8.count * 100_000, type)
  }
}

extension Tenant {
  /// A tenant with every kind of item, many of them in the same few milliseconds.
  static func random(seed: UInt64, itemCount: Int) -> Tenant {
    var random = SeededGenerator(seed: seed)
    var tenant = Tenant()
    tenant.people = [
      Person(id: "u-ana", name: "Ana Pereira", email: "ana@example.com"),
      Person(id: "u-bob", name: "Bob Stone", email: "bob@example.com"),
      Person(id: "u-cara", name: "Cara Müller", email: nil),
      Person(id: "u-dan", name: "Dan Stonehill", email: "Dan@Example.com"),
    ]
    tenant.conversations = [
      Conversation(id: "c-lisbon", type: "GROUP", topic: "Lisbon rollout", participants: [0, 1]),
      Conversation(id: "c-direct", type: "DIRECT", topic: nil, participants: [0, 2]),
      Conversation(id: "c-news", type: "COMMUNITY", topic: "News", participants: [0, 1, 2, 3]),
      Conversation(id: "c-large", type: "LARGE", topic: "All hands", participants: [3]),
    ]
    for number in 0..<itemCount {
      tenant.items.append(item(number, of: tenant, using: &random))
    }
    for number in tenant.items.indices where Int.random(in: 0..<8, using: &random) == 0 {
      let person = Int.random(in: 0..<4, using: &random)
      let item = tenant.items[number]
      tenant.flags.append(
        Flag(
          item: item.id,
          person: person,
          conversation: item.conversation,
          isGone: Int.random(in: 0..<4, using: &random) == 0
        )
      )
    }
    tenant.pins = tenant.items.indices.filter { _ in Int.random(in: 0..<20, using: &random) == 0 }
    tenant.favorites = [2]
    tenant.labels = [
      Label(id: "l-1", person: 0, value: "Launch", conversations: [0, 2]),
      Label(id: "l-2", person: 1, value: "launch", conversations: [1]),
      Label(id: "l-3", person: 1, value: "Later", conversations: [3]),
    ]
    tenant.accounts = [
      Account(name: "first", person: 0, conversations: [0, 1, 2]),
      Account(name: "second", person: 1, conversations: [2, 3]),
    ]
    return tenant
  }

  static let vocabulary = [
    "ship", "shipping", "sail", "roll", "rollout", "budget", "lisbon", "the", "the", "the", "plan",
  ]
  /// 2018-03-20T00:00:00Z.
  static let start: Int64 = 1_521_504_000_000

  private static func item(
    _ number: Int,
    of tenant: Tenant,
    using random: inout SeededGenerator
  ) -> Item {
    func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
    func words(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &random))
        .map { _ in vocabulary.randomElement(using: &random) ?? "the" }.joined(separator: " ")
    }
    // A third of them share three milliseconds; the rest lie within ten days.
    let time =
      one(in: 3)
      ? start + Int64.random(in: 0...2, using: &random)
      : start + Int64.random(in: 0..<864_000_000, using: &random)
    let type = one(in: 8) ? (one(in: 2) ? "SYSTEM" : "RTC") : "TEXT"
    var item = Item(
      id: identifier(number, using: &random),
      creator: Int.random(in: 0..<4, using: &random),
      conversation: Int.random(in: 0..<4, using: &random),
      time: time,
      type: type
    )
    guard type == "TEXT" else { return item }
    item.state = one(in: 10) ? 3 : one(in: 5) ? 2 : 1
    item.isWebhook = one(in: 12)
    item.isGone = one(in: 15)
    if one(in: 3),
      let parent = tenant.items.filter({ $0.type == "TEXT" && $0.parent == nil })
        .randomElement(using: &random)
    {
      item.parent = parent.id
    }
    item.likes = (0..<4).filter { _ in one(in: 4) }
    guard item.state != 3 else { return item }
    item.content = words(1...6) + (one(in: 6) ? "?" : "")
    if one(in: 4) { item.subject = words(1...2) }
    if one(in: 6) { item.files = ["\(words(1...2)).\(one(in: 2) ? "pdf" : "xlsx")"] }
    return item
  }

  /// UUIDs for most, other ids for some, in no order.
  private static func identifier(_ number: Int, using random: inout SeededGenerator) -> String {
    guard number % 7 != 0 else { return "item \(UInt32.random(in: 0 ... .max, using: &random))" }
    let digits = Array(
      String(UInt64.random(in: (1 << 60)...UInt64.max, using: &random), radix: 16)
        + String(UInt64.random(in: (1 << 60)...UInt64.max, using: &random), radix: 16)
    )
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }
}
