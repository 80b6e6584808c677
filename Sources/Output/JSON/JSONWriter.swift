/// Writes JSON into a byte buffer: members in the order written, fast, and safe to show.
///
/// Beyond what RFC 8259 asks for, it escapes every character that a terminal, a script or a careless
/// reader would act on: C1 controls, bidirectional controls, U+2028, U+2029 and byte order marks.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("id", 7)
///       json.array("tags") { $0.value("new") }
///     }
///     json.text   // {"id":7,"tags":["new"]}
public struct JSONWriter: Sendable {
  /// Where lines break.
  public enum Layout: Sendable, Equatable {
    /// Nowhere: for one object a line.
    case compact
    /// In containers down to this depth, indented by two spaces; deeper ones stay on one line.
    case indented(depth: Int)

    /// In every container.
    public static let pretty = Layout.indented(depth: .max)
  }

  /// Everything written so far, UTF-8.
  public internal(set) var bytes: [UInt8] = []
  private let breakDepth: Int
  private var depth = 0
  private var isFirst = true
  private var isAfterKey = false

  /// An empty writer.
  ///
  /// - Parameter layout: Where lines break.
  public init(_ layout: Layout = .compact) {
    breakDepth =
      switch layout {
      case .compact: 0
      case .indented(let depth): depth
      }
  }

  /// Everything written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what was written and keeps the place in the document.
  public mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  /// Ends a line, between two documents of an NDJSON stream.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Writes an object.
  ///
  /// - Parameter body: Writes its members.
  /// - Throws: What `body` throws.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginObject()
    try body(&self)
    endObject()
  }

  /// Writes an array.
  ///
  /// - Parameter body: Writes its elements.
  /// - Throws: What `body` throws.
  public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginArray()
    try body(&self)
    endArray()
  }

  /// Begins an object, for writing it piece by piece.
  public mutating func beginObject() { begin("{") }

  /// Ends the object begun last.
  public mutating func endObject() { end("}") }

  /// Begins an array, for writing it piece by piece.
  public mutating func beginArray() { begin("[") }

  /// Ends the array begun last.
  public mutating func endArray() { end("]") }

  /// Writes a member's name; its value comes next.
  ///
  /// - Parameter name: The name.
  public mutating func key(_ name: String) {
    beginElement()
    appendString(name)
    bytes.append(UInt8(ascii: ":"))
    if breakDepth > 0 { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  /// Writes null.
  public mutating func null() {
    beginElement()
    bytes += "null".utf8
  }

  /// Writes a truth value.
  ///
  /// - Parameter value: The value.
  public mutating func value(_ value: Bool) {
    beginElement()
    bytes += (value ? "true" : "false").utf8
  }

  /// Writes a whole number.
  ///
  /// - Parameter value: The value.
  public mutating func value(_ value: some BinaryInteger) {
    beginElement()
    bytes += String(value).utf8
  }

  /// Writes a number by its shortest text, or null for one that JSON cannot write.
  ///
  /// - Parameter value: The value.
  public mutating func value(_ value: Double) {
    beginElement()
    bytes += (value.isFinite ? value.description : "null").utf8
  }

  /// Writes a string.
  ///
  /// - Parameter value: The text.
  public mutating func value(_ value: String) {
    beginElement()
    appendString(value)
  }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    beginElement()
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: Unicode.Scalar) {
    depth -= 1
    if !isFirst, depth < breakDepth { breakLine() }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  private mutating func beginElement() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    let isBroken = depth > 0 && depth <= breakDepth
    if !isFirst {
      bytes.append(UInt8(ascii: ","))
      if !isBroken, breakDepth > 0 { bytes.append(UInt8(ascii: " ")) }
    }
    if isBroken { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }
}
