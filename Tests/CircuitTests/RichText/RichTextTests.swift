import Circuit
import Testing

@Suite struct RichTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let html: String
    let plain: String

    init(_ html: String, _ plain: String) {
      self.html = html
      self.plain = plain
    }

    var testDescription: String { html }
  }

  @Test(arguments: [
    Case("", ""),
    Case("only words", "only words"),
    Case("a <b>bold</b> <i>word</i>", "a bold word"),
    Case("in<b>side</b> one word", "inside one word"),
    Case("one<br>two<br/>three<br />four", "one\ntwo\nthree\nfour"),
    Case("one<br><br>three", "one\n\nthree"),
    Case("<br>one<br>", "one"),
    Case("  a \n b\t\tc  ", "a b c"),
    Case("<p>one</p><p>two</p>", "one\ntwo"),
    Case("one<p>two</p>three", "one\ntwo\nthree"),
    Case("<div>a<div>b</div>c</div>", "a\nb\nc"),
    Case("<h1>Title</h1>text", "Title\ntext"),
    Case("<blockquote>said</blockquote>yes", "said\nyes"),
    Case("so:<ul><li>a</li><li>b</li></ul>end", "so:\n- a\n- b\nend"),
    Case("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
    Case("<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol>", "1. a\n- x\n2. b"),
    Case("<ul><li></li></ul>after", "after"),
    Case("<ul><li>a<li>b</ul>", "- a\n- b"),
    Case("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
    Case("<pre>  a\n\n   b</pre>c", "  a\n\n   b\nc"),
    Case("a<hr>b", "a\nb"),
    Case("a<script>var x = '<b>';</script>b<style>i {}</style>c", "abc"),
    Case("a<!-- no > -- yes -->b<!-->c<!--->d", "abcd"),
    Case(
      "a &lt;b&gt; &amp; &quot;c&quot; &#128526; &#x41; &eacute;&notit;",
      "a <b> & \"c\" 😎 A é¬it;"
    ),
    Case("AT&T & co", "AT&T & co"),
    Case("a&nbsp;b", "a\u{A0}b"),
    Case("x&#0;y&#27;[31m&#7;&#x81;z&#133;", "x\u{FFFD}y[31mz…"),
    Case("x\u{1B}[31m\u{7F}\u{0}y\u{9B}z", "x[31myz"),
    Case("1 < 2 and 3 <= 4", "1 < 2 and 3 <= 4"),
    Case("i<3 you", "i<3 you"),
    Case("<B>Loud</B><BR>tag", "Loud\ntag"),
    Case("<custom-tag x=y>kept</custom-tag>", "kept"),
    Case("<b><i>mis</b>nested</i> words", "misnested words"),
    Case("a</div>b</p>c", "a\nb\nc"),
    Case("never <a href=\"closed", "never <a href=\"closed"),
    Case("never <!-- closed", "never closed"),
    Case("never <script> closed", "never closed"),
    Case("&l<b>t;</b>", "&lt;"),
    Case("<select><option>a<option>b</select>", "a\nb"),
    Case("<textarea>text</textarea><title>t</title>", "text\nt"),
  ])
  func becomesPlainText(_ sample: Case) {
    #expect(Self.plain(sample.html).text == sample.plain)
    #expect(Self.plain(sample.html, byParser: true).text == sample.plain)
  }

  @Test(arguments: [
    Case("<a href=\"https://x.org/a\">here</a>", "here (https://x.org/a)"),
    Case(
      "see <a href=\"https://x.org/a\">this page </a>now",
      "see this page (https://x.org/a) now"
    ),
    Case("<a href=\"https://x.org/a\">https://x.org/a</a>", "https://x.org/a"),
    Case("<a href=\"https://x.org/\">https://x.org</a>", "https://x.org"),
    Case("<a href=\"https://x.org\">x.org/</a>", "x.org/"),
    Case("<a href=\"mailto:a@x.org\">a@x.org</a>", "a@x.org"),
    Case("<a href=\"mailto:a@x.org\">Ann</a>", "Ann (mailto:a@x.org)"),
    Case("<a href=\"http://x.org\"></a>", "http://x.org"),
    Case("<a href='http://x.org'><b>b</b>old</a>", "bold (http://x.org)"),
    Case("<a href=HTTP://x.org>x</a>", "x (HTTP://x.org)"),
    Case("<a href=\"http://x.org/?a=1&amp;b=2\">x</a>", "x (http://x.org/?a=1&b=2)"),
    Case("<a href=\" ht&#10;tp://x.org/a b \">x</a>", "x (http://x.org/a%20b)"),
    Case("<a href=\"http://x.org/\u{9B}31m&#27;[1m\">x</a>", "x (http://x.org/31m[1m)"),
    Case("<ul><li><a href=\"http://x.org\">http://x.org</a></li></ul>", "- http://x.org"),
    Case("<a href=\"javascript:alert(1)\">click</a>", "click"),
    Case("<a href=\" java&#9;script:alert(1)\">click</a>", "click"),
    Case("<a href=\"data:text/html,x\">click</a>", "click"),
    Case("<a name=\"x\">anchor</a>", "anchor"),
    Case("<a href=\"/relative\">page</a>", "page"),
    Case(
      "<a href=\"http://a.org\">a<a href=\"http://b.org\">b</a>",
      "a (http://a.org)b (http://b.org)"
    ),
    Case("<a href=\"http://a.org\" href=\"http://b.org\">a</a>", "a (http://a.org)"),
  ])
  func linksKeepTheirTarget(_ sample: Case) {
    #expect(Self.plain(sample.html).text == sample.plain)
    #expect(Self.plain(sample.html, byParser: true).text == sample.plain)
  }

  @Test func factsAreFound() {
    let html = """
      Hi <span class="mention" abbr="u-1">@Ann</span> and <span abbr="u&amp;2" class="x mention">@B</span>, \
      <span class="hashtag" abbr="launch">#launch</span> <span class="rich-text-highlight">code</span>
      """
    let (text, facts) = Self.plain(html)
    #expect(text == "Hi @Ann and @B, #launch code")
    #expect(facts.mentionedUserIds == ["u-1", "u&2"])
    #expect(facts.hashtags == ["launch"])
    #expect(!facts.hasLink)
  }

  @Test(arguments: [
    ("<a href=\"https://x.org\">x</a>", true), ("see http://x.org", true), ("HTTPS://X.ORG", true),
    ("<a href=\"javascript:x\">x</a>", false), ("<a>x</a>", false), ("a://b http:// x", false),
    ("ttp://x", false), ("", false),
  ])
  func linksAreNoticed(html: String, hasLink: Bool) {
    #expect(Self.plain(html).facts.hasLink == hasLink)
  }

  @Test func appendsToWhatIsThere() {
    var richText = RichText()
    var text = Array("before".utf8)
    for html in ["<p>a</p>", "b&amp;", "<li>c"] {
      Array(html.utf8).withUnsafeBufferPointer { _ = richText.plain($0, appendingTo: &text) }
    }
    #expect(String(decoding: text, as: UTF8.self) == "beforeab&- c")
  }

  @Test func brokenUTF8BecomesReplacementCharacters() {
    let html: [UInt8] = [
      0x61, 0xFF, 0x3C, 0x62, 0x3E, 0xC3, 0x3C, 0x2F, 0x62, 0x3E, 0xED, 0xA0, 0x80,
    ]
    var text: [UInt8] = []
    var richText = RichText()
    html.withUnsafeBufferPointer { _ = richText.plain($0, appendingTo: &text) }
    #expect(String(validating: text, as: UTF8.self) == "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  static func plain(_ html: String, byParser: Bool = false) -> (text: String, facts: RichTextFacts)
  {
    var richText = RichText()
    var text: [UInt8] = []
    let facts = Array(html.utf8).withUnsafeBufferPointer {
      byParser
        ? richText.plainByParser($0, appendingTo: &text) : richText.plain($0, appendingTo: &text)
    }
    return (String(decoding: text, as: UTF8.self), facts)
  }
}
