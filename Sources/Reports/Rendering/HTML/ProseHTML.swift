internal import CCMarkGFM

/// Turns the prose of a report into HTML, with cmark-gfm: CommonMark and GitHub's tables and strikethrough.
///
/// Raw HTML is left out, links lead to the web, to a mail address or to a part of the page, and a picture
/// becomes its text: nothing is fetched. Addresses that merely stand in the text become no links, so that
/// values cannot make any.
enum ProseHTML {
  /// The HTML of some Markdown, well-formed as XML too.
  static func markup(of markdown: String) -> String {
    registerExtensions
    guard let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    var text = markdown
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    makeHarmless(document)
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(document, options, extensions) else { return "" }
    defer { ccmarkgfm_free(html) }
    return withoutNoncharacters(String(cString: html))
  }

  /// CommonMark lets pass what XML does not: control characters and noncharacters.
  private static func withoutNoncharacters(_ html: String) -> String {
    func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...: true
      default: false
      }
    }
    guard !html.unicodeScalars.allSatisfy(isAllowed) else { return html }
    return String(
      String.UnicodeScalarView(html.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" })
    )
  }

  private static let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8

  /// Once in a process: it is not to be done by two threads at a time.
  private static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Takes away what is not allowed, and puts headings below the report's own.
  private static func makeHarmless(_ document: OpaquePointer) {
    for node in nodes(of: document) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HEADING:
        cmark_node_set_heading_level(node, max(2, cmark_node_get_heading_level(node)))
      case CMARK_NODE_IMAGE: unwrap(node)
      case CMARK_NODE_LINK:
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        if !isAllowed(address) { unwrap(node) }
      default: break
      }
    }
  }

  /// All nodes, found before any is changed.
  private static func nodes(
    of document: OpaquePointer
  ) -> [OpaquePointer] {
    guard let iterator = cmark_iter_new(document) else { return [] }
    defer { cmark_iter_free(iterator) }
    var nodes: [OpaquePointer] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return nodes }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
    }
  }

  /// Puts what is in a node in its place.
  private static func unwrap(_ node: OpaquePointer) {
    while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
    cmark_node_free(node)
  }

  private static func isAllowed(_ address: String) -> Bool {
    let address = address.lowercased()
    return ["https://", "http://", "mailto:", "#"].contains { address.hasPrefix($0) }
  }
}
