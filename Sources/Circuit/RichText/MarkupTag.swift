/// What an element means for plain text.
enum MarkupTag: UInt8 {
  /// Looks only (`b`, `i`, `code` …), or nothing that we know: the tag goes, its content stays.
  case inline
  /// `script` or `style`: goes with its content.
  case script
  case style
  /// `br`
  case lineBreak
  /// `hr`
  case rule
  /// `span`
  case span
  /// `a`
  case link
  /// `p`
  case paragraph
  /// `div`, and whatever else makes a block.
  case block
  /// `h1` … `h6`
  case heading
  /// `blockquote`
  case quote
  /// `pre`
  case preformatted
  /// `ul`
  case list
  /// `ol`
  case orderedList
  /// `li`
  case item
  /// `table`
  case table
  /// `tr`
  case row
  /// `td`, `th`
  case cell

  /// The tag whose name is `key`.
  init(_ key: MarkupName) {
    self = Self.names.first { $0.key == key }?.tag ?? .inline
  }

  /// The name under which the tag is given to the parser.
  var canonicalName: StaticString {
    switch self {
    case .inline, .span: "span"
    case .script: "script"
    case .style: "style"
    case .lineBreak: "br"
    case .rule: "hr"
    case .link: "a"
    case .paragraph: "p"
    case .block: "div"
    case .heading: "h1"
    case .quote: "blockquote"
    case .preformatted: "pre"
    case .list: "ul"
    case .orderedList: "ol"
    case .item: "li"
    case .table: "table"
    case .row: "tr"
    case .cell: "td"
    }
  }

  /// Whether it starts and ends on lines of its own.
  var isBlock: Bool { rawValue >= Self.paragraph.rawValue }

  /// Whether text behind it closes nothing in front of it.
  var isCellBoundary: Bool { self == .table || self == .row || self == .cell }

  private static let names: [(key: MarkupName, tag: MarkupTag)] = {
    let blocks = [
      "address", "article", "aside", "body", "caption", "center", "dd", "details", "dir", "dl",
      "dt",
      "fieldset", "figcapti", "figure", "footer", "form", "header", "html", "legend", "main",
      "menu",
      "nav", "option", "section", "summary", "title", "textarea",
    ]
    let names: [(String, MarkupTag)] = [
      ("span", .span), ("br", .lineBreak), ("a", .link), ("i", .inline), ("b", .inline),
      ("li", .item), ("ul", .list), ("ol", .orderedList), ("p", .paragraph), ("div", .block),
      ("pre", .preformatted), ("blockquo", .quote), ("hr", .rule), ("table", .table), ("tr", .row),
      ("td", .cell), ("th", .cell), ("script", .script), ("style", .style), ("h1", .heading),
      ("h2", .heading), ("h3", .heading), ("h4", .heading), ("h5", .heading), ("h6", .heading),
    ]
    return (names + blocks.map { ($0, .block) }).map { (MarkupName($0.0), $0.1) }
  }()
}

/// A tag's name: up to eight letters in lower case, the others ignored.
struct MarkupName: Equatable {
  private(set) var letters: UInt64 = 0

  init() {}

  init(_ name: String) {
    for letter in name.utf8.prefix(8) { append(letter) }
  }

  /// Appends a letter; capitals become small ones.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let isCapital = byte &- UInt8(ascii: "A") < 26
    if letters >> 56 == 0 { letters = letters << 8 | UInt64(isCapital ? byte | 0x20 : byte) }
  }
}
