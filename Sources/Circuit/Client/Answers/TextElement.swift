/// A text that stands alone in an answer, read by the decoder of objects.
struct TextElement: FlatRecord {
  let text: String

  static var spellings: [[RecordField]] { [[RecordField("text", .identifier)]] }

  init(_ values: inout RecordValues) { text = values.identifier() }

  /// Decodes a JSON string.
  ///
  /// - Throws: `DecodingProblem` if it is something else, or empty.
  static func decode(_ value: UnsafeRawBufferPointer) throws(DecodingProblem) -> String {
    let object = Array(#"{"text":"#.utf8) + value + Array("}".utf8)
    return try object.withUnsafeBufferPointer { bytes throws(DecodingProblem) in
      try RecordDecoder<TextElement>().decode(object: UnsafeRawBufferPointer(bytes)).text
    }
  }
}
