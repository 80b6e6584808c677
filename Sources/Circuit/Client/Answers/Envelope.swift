/// An object around a list: the list as it stands, and the members beside it that matter.
///
/// The members are found in the remainder that the decoder made, which is whole, minified JSON.
struct Envelope {
  /// A pointer to the next page, under the name that the operation has for it.
  private(set) var pointer: String?
  /// What `hasMore` says, if it says true or false.
  private(set) var hasMore: Bool?
  /// The list; empty when it is missing or null, as an empty one may be.
  private(set) var list: [UInt8] = Array("[]".utf8)

  /// Reads an envelope.
  ///
  /// - Parameters:
  ///   - body: The JSON object.
  ///   - name: The list's name.
  ///   - pointerName: The pointer's name.
  /// - Throws: `DecodingProblem` if it is no JSON object.
  init(
    _ body: UnsafeRawBufferPointer,
    list name: String,
    pointer pointerName: String? = nil
  ) throws(DecodingProblem) {
    var remainder = try RecordDecoder<OpenObject>().decode(object: body).remainder ?? "{}"
    let members = remainder.withUTF8 { bytes in
      // A remainder is always such an object.
      (try? JSONMembers(bytes))?.members.map { member in
        (key: [UInt8](bytes[member.key]), value: [UInt8](bytes[member.value]))
      } ?? []
    }
    for member in members {
      if member.key.elementsEqual(name.utf8) {
        if !member.value.elementsEqual("null".utf8) { list = member.value }
      } else if member.key.elementsEqual("hasMore".utf8) {
        hasMore = Self.boolean(member.value)
      } else if let pointerName, member.key.elementsEqual(pointerName.utf8) {
        pointer = member.value.withUnsafeBytes { try? TextElement.decode($0) }
      }
    }
  }

  /// The records of the list.
  ///
  /// - Throws: `DecodingProblem` if it is no array.
  func records<Record: FlatRecord>(
    _ reading: AnswerReading
  ) throws(DecodingProblem) -> RecordList<Record> {
    try list.withUnsafeBufferPointer { bytes throws(DecodingProblem) in
      try RecordList(page: UnsafeRawBufferPointer(bytes), reading)
    }
  }

  /// The list as a page, with what the members beside it say.
  ///
  /// - Throws: `DecodingProblem` if the list is no array.
  func page<Record: FlatRecord>(
    _ reading: AnswerReading
  ) throws(DecodingProblem) -> PointedPage<Record> {
    PointedPage(
      list: try records(reading),
      nextPointer: pointer,
      hasMore: hasMore ?? (pointer != nil)
    )
  }

  private static func boolean(_ value: [UInt8]) -> Bool? {
    if value.elementsEqual("true".utf8) { return true }
    return value.elementsEqual("false".utf8) ? false : nil
  }
}

/// An object of which no field is known beforehand: all of it is its remainder.
private struct OpenObject: FlatRecord {
  let remainder: String?

  static var spellings: [[RecordField]] { [[]] }

  init(_ values: inout RecordValues) { remainder = values.remainder }
}
