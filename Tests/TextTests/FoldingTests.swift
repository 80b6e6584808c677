import Testing
import Text

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Straße", "STRASSE"), ("größe", "GROSSE"), ("ﬁnance", "finance"), ("Ｆｕｌｌ", "full"),
    ("Café", "Cafe\u{0301}"), ("Ångström", "angstrom"), ("Søren", "soren"), ("Łódź", "lodz"),
    ("İstanbul", "istanbul"), ("ışık", "isik"), ("œuvre", "OEUVRE"), ("ǅ", "dž"),
    ("Ελλάδα", "ΕΛΛΑΔΑ"), ("Σίσυφος", "ΣΙΣΥΦΟΣ"), ("ᾳ", "Α"), ("Йод", "йод"), ("ё", "е\u{0308}"),
    ("ガギ", "ｶﾞｷﾞ"), ("が", "か\u{3099}"), ("한", "\u{1112}\u{1161}\u{11AB}"), ("ㅋㅋ", "ﾻﾻ"),
    ("น้ำ", "น\u{0E49}\u{0E4D}า"), ("עִבְרִית", "עברית"), ("مُحَمَّد", "محمد"), ("كتـاب", "كتاب"),
    ("компʼютер", "комп'ютер"), ("co\u{00AD}op", "coop"), ("zero\u{200B}width", "zerowidth"),
    ("a\u{202E}b", "ab"), ("葛\u{E0100}", "葛"), ("x²", "x2"), ("Ⅷ", "viii"), ("㎏", "kg"),
    ("𝐁old", "bold"), ("क\u{093C}", "क़"), ("👍🏿", "👍"), ("❤️", "❤"),
  ])
  func foldsAlike(_ left: String, _ right: String) {
    let analyzer = Analyzer()
    #expect(AnalyzedText(left, analyzer).positions == AnalyzedText(right, analyzer).positions)
    #expect(!AnalyzedText(left, analyzer).tokens.isEmpty)
  }

  @Test(arguments: [
    ("Йод", "Иод"), ("が", "か"), ("ば", "ぱ"), ("각", "가"), ("أ", "ا"), ("ทำ", "ทา"), ("हि", "ह"),
    ("人", "入"), ("👍", "👎"), ("C", "C++"), ("c#", "c"), ("tag", "#tag"),
  ])
  func keepsApart(_ left: String, _ right: String) {
    let analyzer = Analyzer()
    #expect(AnalyzedText(left, analyzer).positions != AnalyzedText(right, analyzer).positions)
  }
}
