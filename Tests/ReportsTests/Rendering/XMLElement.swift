import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// An element of a document, read by Foundation's strict XML parser.
final class Element {
  let name: String
  let attributes: [String: String]
  private(set) var children: [Element] = []
  /// All text in it, that of elements in it included.
  private(set) var text = ""

  fileprivate init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Reads a whole document, or fails the test with the parser's words.
  static func document(_ text: String) throws -> Element {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    let isWellFormed = parser.parse()
    try #require(
      isWellFormed,
      "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "")"
    )
    return try #require(reader.root)
  }

  /// This element and all in it.
  var all: [Element] { [self] + children.flatMap(\.all) }

  /// The elements of a name in it, and of a class where one is given.
  func all(_ name: String, class style: String? = nil) -> [Element] {
    all.filter { element in
      element.name == name && (style.map { element.classes.contains($0) } ?? true)
    }
  }

  /// The first element of a name in it.
  func first(_ name: String) throws -> Element { try #require(all(name).first) }

  /// The element with an id.
  func element(id: String) throws -> Element {
    try #require(all.first { $0.attributes["id"] == id })
  }

  var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

  /// An attribute that is a number.
  func number(_ name: String) throws -> Double {
    try #require(attributes[name].flatMap(Double.init))
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: Element?
    private var open: [Element] = []

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = Element(name, attributes)
      if let parent = open.last { parent.children.append(element) } else { root = element }
      open.append(element)
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      let element = open.removeLast()
      open.last?.text += element.text
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }
}
