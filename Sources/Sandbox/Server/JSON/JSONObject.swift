/// A JSON object inside some bytes, read where it lies: nothing is built, and what is not asked for is
/// only stepped over.
///
/// It reads what an archive may hold, broken UTF-8, lone surrogates and huge numbers included; it does
/// not judge values that it steps over beyond strings, brackets and their ends.
struct JSONObject {
  /// Where a member's name (without its quotes) and its value stand.
  struct Member {
    let name: Range<Int>
    let value: Range<Int>
  }

  let bytes: [UInt8]
  let members: [Member]

  /// The object that stands at `range`, with nothing but white space around it; nil when there is none.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var members: [Member] = []
    guard JSONScanner.forEachMember(bytes, range, { members.append($0) }) else { return nil }
    self.bytes = bytes
    self.members = members
  }

  init?(_ bytes: [UInt8]) { self.init(bytes, bytes.indices) }

  /// Where the value of a member stands; the last one counts when a name comes twice.
  func value(_ name: StaticString) -> Range<Int>? {
    members.last { JSONScanner.equal(bytes, $0.name, name) }?.value
  }

  /// The text of a member that is a string.
  func string(_ name: StaticString) -> String? {
    value(name).flatMap { JSONScanner.string(bytes, $0) }
  }

  /// A member that is a number, whole or not, or text that is one.
  func integer(_ name: StaticString) -> Int? {
    value(name).flatMap { JSONScanner.integer(bytes, $0) }
  }

  /// A member that is an object.
  func object(_ name: StaticString) -> JSONObject? {
    value(name).flatMap { JSONObject(bytes, $0) }
  }

  /// The values of a member that is a list; none when it is anything else.
  func list(_ name: StaticString) -> [Range<Int>] {
    value(name).flatMap { JSONScanner.elements(bytes, $0) } ?? []
  }

  /// The texts in a list of strings.
  func strings(_ name: StaticString) -> [String] {
    list(name).compactMap { JSONScanner.string(bytes, $0) }
  }
}

extension JSONObject {
  /// New values as JSON by name; nil takes a member out.
  typealias Changes = [(name: StaticString, json: [UInt8]?)]

  /// The object with some members changed and everything else as it was, byte for byte.
  ///
  /// - Parameter changes: What becomes of which member.
  /// - Returns: The new object's bytes.
  func changed(_ changes: Changes) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "{")]
    func begin() { if result.count > 1 { result.append(UInt8(ascii: ",")) } }
    var pending = changes
    for member in members {
      let place = pending.firstIndex { JSONScanner.equal(bytes, member.name, $0.name) }
      if let place {
        let (name, value) = pending.remove(at: place)
        guard let value else { continue }
        begin()
        result.append(name: name)
        result += value
      } else if !changes.contains(where: { JSONScanner.equal(bytes, member.name, $0.name) }) {
        begin()
        result += bytes[member.name.lowerBound - 1..<member.value.upperBound]
      }
    }
    for case (let name, let value?) in pending {
      begin()
      result.append(name: name)
      result += value
    }
    result.append(UInt8(ascii: "}"))
    return result
  }
}

extension [UInt8] {
  fileprivate mutating func append(name: StaticString) {
    append(UInt8(ascii: "\""))
    append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    append(contentsOf: "\":".utf8)
  }
}
