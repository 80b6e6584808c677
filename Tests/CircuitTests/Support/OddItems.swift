import TestSupport

/// Makes items as JSON text such as no tidy server would send: members of the wrong kind, in any
/// order, twice, with escaped keys, unknown, nested, with lone surrogates, fractions and huge numbers.
struct OddItems {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func item() -> String {
    var members: [String] = []
    members += some(["convId", "creatorId"]) { $0.text() }
    members += some(["creationTime", "modificationTime"]) { $0.time() }
    members += some(["type"]) { $0.random.pick(["\"TEXT\"", "\"SYSTEM\"", "\"RTC\"", "\"POLL\""]) }
    members += some(["includeInUnreadCount"]) { $0.random.pick(["true", "false"]) }
    members += some(["text"]) { $0.textObject() }
    members += some(["attachments"]) { generator in
      generator.list { $0.object($0.attachmentMembers()) }
    }
    members += some(["system", "rtc", "unknown", "un\\u006bnown", ""]) { $0.anything(depth: 3) }
    members.shuffle(using: &random)
    members.append("\(key("itemId"))\(space()):\(space())\"id-\(members.count)\"")
    return object(members)
  }

  private mutating func textObject() -> String {
    var members = some(["content", "subject", "parentId"]) { $0.text() }
    members += some(["contentType"]) { $0.random.pick(["\"PLAIN\"", "\"RICH\"", "\"MARKDOWN\""]) }
    members += some(["state"]) { $0.random.pick(["\"CREATED\"", "\"DELETED\"", "\"\\ud800\""]) }
    members += some(["likedUserIds"]) { generator in generator.list { $0.text() } }
    members += some(["isWebhookMessage"]) { $0.random.pick(["true", "false"]) }
    members += some(["preview", "formMetaData"]) { $0.anything(depth: 2) }
    members.shuffle(using: &random)
    return object(members)
  }

  private mutating func attachmentMembers() -> [String] {
    var members = some(["fileId", "fileName", "mimeType", "url", "deleteUrl"]) { $0.text() }
    members += some(["creatorId", "itemId", "thumbnail"]) { $0.text() }
    members += some(["size", "creationTime", "modificationTime"]) { $0.time() }
    return members
  }

  /// A member for most of `names`; now and then its value is anything, its key escaped, or there are
  /// two of it.
  private mutating func some(
    _ names: [String],
    value: (inout OddItems) -> String
  ) -> [String] {
    var members: [String] = []
    for name in names where !random.oneIn(4) {
      repeat {
        let value = random.oneIn(6) ? anything(depth: 2) : value(&self)
        members.append("\(key(name))\(space()):\(space())\(value)")
      } while random.oneIn(15)
    }
    return members
  }

  private mutating func key(_ name: String) -> String {
    guard random.oneIn(20), let first = name.utf16.first, first < 0x80, first != 0x5C else {
      return "\"\(name)\""
    }
    let digits = String(first, radix: 16)
    return "\"\\u00\(digits)\(name.dropFirst())\""
  }

  private mutating func object(_ members: [String]) -> String {
    "{\(space())\(members.joined(separator: "\(space()),\(space())"))\(space())}"
  }

  private mutating func list(_ element: (inout OddItems) -> String) -> String {
    let count = Int.random(in: 0..<4, using: &random)
    let elements = (0..<count).map { _ in
      random.oneIn(12) ? anything(depth: 1) : element(&self)
    }
    return "[\(elements.joined(separator: ","))]"
  }

  private mutating func anything(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return "null"
    case 1: return random.pick(["true", "false"])
    case 2: return number()
    case 3: return text()
    case 4: return random.pick(["[]", "{}", "\"\"", "\"null\""])
    case 5: return list { $0.anything(depth: depth - 1) }
    default:
      let names = ["a", "b", "\\ud83d\\ude00", "\\udc00", "é"].shuffled(using: &random)
      return object(some(names) { $0.anything(depth: depth - 1) })
    }
  }

  private mutating func number() -> String {
    random.pick([
      "0", "-0", "-0.0", "1.5", "-12", "1e300", "1e400", "99999999999999999999", "0.1e1",
      "9223372036854775807", "-9223372036854775808", "9007199254740993.0", "1e-7",
    ])
  }

  private mutating func time() -> String {
    random.pick([
      "1500000000000", "1.5e12", "1500000000000.0", "15E11", "1500000000000.5", "-1", "0",
      "9223372036854775807", "9223372036854775808", "\"1500000000000\"", "null",
    ])
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "word", " ", "é", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0000", "\\u00e9",
      "\\ud83d\\ude00",
      "\\ud800", "\\udc00", "\\ud800\\ud800", "\\u001b", "</b>", "\\t", "\\b\\f\\r", "漢字",
      "a longer run of plain text, so that blocks are crossed",
    ]
    let count = Int.random(in: 0..<8, using: &random)
    return "\"\((0..<count).map { _ in random.pick(pieces) }.joined())\""
  }

  private mutating func space() -> String {
    random.oneIn(10) ? random.pick([" ", "\t", "  ", "\r"]) : ""
  }
}
