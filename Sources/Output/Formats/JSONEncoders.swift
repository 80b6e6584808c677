/// One document: the envelope's members and an array of objects, each on its own line.
struct JSONDocumentEncoder: RowEncoder {
  private let names: [String]
  private let envelope: Envelope
  private var json = JSONWriter(.indented(depth: 2))

  init(columns: [Column], envelope: Envelope) {
    names = columns.map(\.name)
    self.envelope = envelope
  }

  mutating func begin(_ bytes: inout [UInt8]) {
    json.beginObject()
    for member in envelope.head { json.member(member.name, member.value) }
    json.key(envelope.rowsName)
    json.beginArray()
    bytes += json.takeBytes()
  }

  mutating func row(_ cells: [Cell], _ bytes: inout [UInt8]) {
    json.row(cells, names: names)
    bytes += json.takeBytes()
  }

  mutating func end(_ members: [Envelope.Member], _ bytes: inout [UInt8]) {
    json.endArray()
    for member in members { json.member(member.name, member.value) }
    json.endObject()
    json.endLine()
    bytes += json.takeBytes()
  }
}

/// An object a line.
struct NDJSONEncoder: RowEncoder {
  private let names: [String]
  private var json = JSONWriter()

  init(columns: [Column]) { names = columns.map(\.name) }

  mutating func row(_ cells: [Cell], _ bytes: inout [UInt8]) {
    json.row(cells, names: names)
    json.endLine()
    bytes += json.takeBytes()
  }
}

/// The identifiers alone, one a line.
struct IdentifierEncoder: RowEncoder {
  mutating func row(_ cells: [Cell], _ bytes: inout [UInt8]) {
    for case .text(let identifier) in cells {
      // Opaque in principle: whatever it holds, it stays on its line.
      bytes += TerminalText.safe(identifier).utf8
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func row(_ cells: [Cell], names: [String]) {
    object { json in
      for (name, cell) in zip(names, cells) { json.member(name, cell) }
    }
  }
}
