import Testing

@testable import Output

@Suite struct HTMLTextTests {
  @Test(arguments: Hostile.texts + Hostile.random(count: 500))
  func nothingIsLeftThatMarkupActsOn(text: String) {
    let escaped = HTMLText.escaped(text)
    #expect(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
    #expect(!escaped.unicodeScalars.contains(where: Hostile.isDangerous))
    // Back again, the ampersand last: it is the text as a terminal would be given it.
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    var scalars = Array(escaped.unicodeScalars)
    for (entity, character) in entities {
      scalars.replace(Array(entity.unicodeScalars), with: Array(character.unicodeScalars))
    }
    let expected = TerminalText.safe(text).unicodeScalars.map { scalar in
      ["\u{FFFE}", "\u{FFFF}"].contains(scalar) ? "\u{FFFD}" : scalar
    }
    #expect(scalars == expected)
  }

  @Test func rightToLeftTextIsIsolated() {
    #expect(HTMLText.isolated("a & é 5\u{202F}430") == "a &amp; é 5\u{202F}430")
    #expect(HTMLText.isolated("<שלום>") == "<bdi>&lt;שלום&gt;</bdi>")
  }
}
