import TestSupport

/// Texts of many scripts and oddities, made of pieces that meet in every way.
struct RandomText {
  static let pieces: [String] = [
    "Straße", "GRÜSSE", "naïve", "don't", "it’s", "foo_bar", "node.js", "C++", "c#", "F# ", "C++17",
    "#tag", "@name", "#東京タワー", ".NET", "(.net)", "...", "!!!", "3.40", "12:30", "user@host.org",
    "https://x.example/a?b=c#d", "Ελλάδα", "Σίσυφος", "ёлка", "Йод", "комп'ютер", "компʼютер",
    "עִבְרִית",
    "العَرَبِيَّة", "हिन्दी", "क़लम", "বাংলা", "தமிழ்", "東京都", "日", "々", "gen中文", "カタカナ", "ｶﾞｷﾞ", "がぎ",
    "か\u{3099}", "한국어", "\u{1112}\u{1161}\u{11AB}", "ㅋㅋㅠㅠ", "ไทย", "น้ำ", "น\u{0E49}\u{0E4D}า",
    "ລາວ", "ភាសាខ្មែរ", "မြန်မာ", "ㄅㄆㄇ", "👍🏽", "👨‍👩‍👧", "🇵🇹", "1️⃣", "™", "½", "㈱", "ﬁn", "①", "Ａｂｃ", "＃全角",
    "\u{200B}", "\u{00AD}", "\u{202E}", "e\u{0301}", "a\u{0323}\u{0302}", "\u{0301}", "´", "ﷺ", "İ",
    "ı",
    " ", " ", " ", "\n", "\t", ", ", "-", "/", "+", "++", "#", "@", ".", "。", "・", "ー", "0", "x",
    "𝐀𝟏", "𠀀𠀁",
  ]

  static func text(pieces count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// Characters of everywhere in no order.
  static func scalars(_ count: Int, using generator: inout SeededGenerator) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0xA0...0x36F, 0x370...0x52F, 0x590...0x6FF, 0x900...0xEFF,
      0x1000...0x11FF, 0x1780...0x17FF, 0x2000...0x2BFF, 0x3000...0x33FF, 0x4E00...0x4E40,
      0xA000...0xABFF, 0xAC00...0xAD00, 0xF900...0xFFFF, 0x1D400...0x1D7FF, 0x1F000...0x1FAFF,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<count {
      let value = UInt32.random(
        in: blocks.randomElement(using: &generator) ?? 0...0,
        using: &generator
      )
      scalars.append(Unicode.Scalar(value) ?? " ")
    }
    return String(scalars)
  }

  /// Such a text with some of its bytes changed, removed or doubled.
  static func brokenBytes(pieces count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text(pieces: count, using: &generator).utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: index)
      default: bytes.insert(bytes[index], at: index)
      }
    }
    return bytes
  }
}
