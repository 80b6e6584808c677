import TestSupport

/// Texts made to break output, and seeded random ones from the same alphabet.
enum Hostile {
  static let texts = [
    "", " ", "plain", "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "\u{9B}2J", "a\u{0}b",
    "line\nline\r\nline\rline", "tab\there", "\u{202E}gnp.exe\u{202C}", "\u{2066}x\u{2069}",
    "e\u{301}", "中文 and かな", "👨‍👩‍👧‍👦 family", "🇵🇹 flag", "❤️", "שלום | עולם", "مرحبا",
    "=1+1", " =cmd|' /C calc'!A0", "\t=1", "＝1+1", "-5", "+49 89", "@here", "a,b;c\"d\"",
    "`code` | *b* _i_ [l](u) <script>alert(1)</script> &amp; & &#60; ~~x~~ \\| \\",
    "http://a.example/x_y_z?a=1&b=2", "\u{2028}sep\u{2029}", "\u{FEFF}bom\u{200B}zero",
    "z" + String(repeating: "\u{300}", count: 500), "\u{7F}del", "\u{E0041}tag", "#x", "1. x",
    "- x", "_x_ a_b __init__", "\u{61C}\u{200E}\u{200F}", "\u{FFFE}\u{10FFFF}", "'quoted'",
  ]

  static func random(count: Int) -> [String] {
    var generator = SeededGenerator(seed: 20_260_312)
    let alphabet = Set(texts.flatMap(\.unicodeScalars)).sorted()
    return (0..<count).map { _ in
      let length = Int.random(in: 0...24, using: &generator)
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(alphabet.randomElement(using: &generator) ?? "?") }
      return String(scalars)
    }
  }

  /// All that no text may bring to a terminal.
  static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
