import Output

/// HTML or SVG that grows: what is opened is closed, and no text or value gets in unescaped.
struct Markup {
  /// An attribute without a value is left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  private(set) var text = ""

  /// Adds an element.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - attributes: Its attributes.
  ///   - body: Adds what is in it.
  mutating func element(
    _ name: StaticString,
    _ attributes: Attributes = [:],
    _ body: (inout Markup) -> Void
  ) {
    open(name, attributes)
    text += ">"
    body(&self)
    text += "</\(name)>"
  }

  /// Adds an element with text in it.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text content: String)
  {
    element(name, attributes) { $0.add(content) }
  }

  /// Adds an element that can have nothing in it.
  mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    text += "/>"
  }

  /// Adds text; what reads from right to left is kept from disturbing what is beside it.
  mutating func add(_ content: String) { text += HTMLText.isolated(content) }

  /// Adds text where no element may be, such as in a title.
  mutating func addPlain(_ content: String) { text += HTMLText.escaped(content) }

  /// Adds markup that is known to be harmless and well-formed.
  mutating func add(markup: String) { text += markup }

  /// Ends the line.
  mutating func endLine() { text += "\n" }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    text += "<\(name)"
    for case (let key, let value?) in attributes {
      text += " \(key)=\"\(HTMLText.escaped(value))\""
    }
  }
}
