import TestSupport
import Testing

@testable import Circuit

@Suite struct RichTextPropertyTests {
  @Test(arguments: 0..<8)
  func readingSimpleMarkupDirectlyEqualsTheParser(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var direct = 0
    for _ in 0..<100 {
      let html = Self.wellFormed(&random, depth: 4)
      #expect(RichTextTests.plain(html) == RichTextTests.plain(html, byParser: true), "\(html)")
      if Self.isSimple(html) { direct += 1 }
    }
    #expect(direct > 25, "the direct way is hardly tested")
  }

  @Test(arguments: 100..<108)
  func brokenMarkupGivesTheSameEitherWay(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let html = Self.broken(&random)
      #expect(RichTextTests.plain(html) == RichTextTests.plain(html, byParser: true), "\(html)")
    }
  }

  @Test(arguments: 200..<206)
  func noWordIsLostAndTheirOrderStays(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<80 {
      var html = ""
      let count = Int.random(in: 1..<40, using: &random)
      for number in 0..<count { html += random.pick(Self.tags) + " word\(number) " }
      let words = RichTextTests.plain(html).text.split { " \n\t".contains($0) }
        .filter { $0.hasPrefix("word") }
      #expect(words.map(String.init) == (0..<count).map { "word\($0)" }, "\(html)")
    }
  }

  @Test(arguments: 300..<304)
  func anyBytesGiveCleanText(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var richText = RichText()
    for _ in 0..<80 {
      var html = Array(Self.broken(&random).utf8)
      for _ in 0..<Int.random(in: 1..<8, using: &random) where !html.isEmpty {
        html[Int.random(in: 0..<html.count, using: &random)] = UInt8.random(
          in: 0...255,
          using: &random
        )
      }
      var text: [UInt8] = []
      html.withUnsafeBufferPointer { _ = richText.plain($0, appendingTo: &text) }
      let string = String(validating: text, as: UTF8.self)
      #expect(string != nil, "\(html)")
      let controls = string?.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
      }
      #expect(controls?.isEmpty == true, "\(html)")
    }
  }

  // MARK: - Making markup

  private static func isSimple(_ html: String) -> Bool {
    var writer = PlainTextWriter()
    var facts = RichTextFacts()
    writer.begin([])
    return Array(html.utf8).withUnsafeBufferPointer {
      var markup = SimpleMarkup($0)
      return markup.write(to: &writer, &facts)
    }
  }

  /// Complete tags, well nested or not.
  private static let tags = [
    "<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<div>", "</div>", "<ul>", "</ul>", "<ol>",
    "</ol>",
    "<li>", "</li>", "<br>", "</br>", "<a href=\"http://h/\">", "<a>", "</a>", "<span>", "</span>",
    "<span class=\"mention\" abbr=\"u\">", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>",
    "<h1>", "</h2>", "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<hr>", "<section>",
    "</section>", "<select>", "<option>", "<svg>", "<!-- c -->", "<script>s</script>", "<textarea>",
    "<font color=red>", "</font>", "<nobr>", "<button>", "<form>", "<title>", "<template>", "<p/>",
    "<tbody>", "<caption>", "<math>", "<plaintext>", "<frameset>", "<body>", "</body>", "</html>",
  ]

  private static let texts = [
    "word", " ", "two words", "\n", "é", "😀", "&amp;", "&lt;", "&nbsp;", "&#233;", "&#x1F600;",
    "a & b",
    "&", "http://x.org", "  spaced  ", "\u{A0}", "&quot;", "R&D", "x\u{1}y", "\u{85}", "\r\n",
  ]

  private static func broken(_ random: inout SeededGenerator) -> String {
    let pieces =
      tags + texts + [
        "<", ">", "\"", "'", "</", "<!--", "-->", "<a href=", "<span class=\"", "=", "&#",
      ]
    let count = Int.random(in: 0..<25, using: &random)
    return (0..<count).map { _ in random.pick(pieces) }.joined()
  }

  /// What a tidy client writes: blocks hold blocks or lines, lines hold words and looks.
  private static func wellFormed(_ random: inout SeededGenerator, depth: Int) -> String {
    let count = Int.random(in: 0..<4, using: &random)
    return (0..<count).map { _ in
      switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &random) {
      case 0, 1, 2: line(&random, depth: 2)
      case 3: "<p>\(line(&random, depth: 2))</p>"
      case 4: "<div>\(wellFormed(&random, depth: depth - 1))</div>"
      default: list(&random, depth: depth - 1)
      }
    }.joined()
  }

  private static func list(_ random: inout SeededGenerator, depth: Int) -> String {
    let tag = random.pick(["ul", "ol"])
    let count = Int.random(in: 0..<3, using: &random)
    let items = (0..<count).map { _ in "<li>\(wellFormed(&random, depth: depth))</li>" }
    return "<\(tag)>\(items.joined(separator: random.pick(["", " ", "\n"])))</\(tag)>"
  }

  private static func line(_ random: inout SeededGenerator, depth: Int) -> String {
    let count = Int.random(in: 0..<4, using: &random)
    return (0..<count).map { _ in
      let inner = depth > 0 ? line(&random, depth: depth - 1) : random.pick(texts)
      switch Int.random(in: 0..<9, using: &random) {
      case 0: return "<b>\(inner)</b>"
      case 1: return "<em>\(inner)</em>"
      case 2: return "<br>"
      case 3:
        return
          "<a href=\"https://x.org/\(random.pick(["", "a", "b c"]))\">\(random.pick(texts))</a>"
      case 4: return "<span class=\"mention\" abbr=\"u\(count)\">\(random.pick(texts))</span>"
      case 5: return "<span class=\"rich-text-highlight\">\(inner)</span>"
      default: return random.pick(texts)
      }
    }.joined()
  }
}
