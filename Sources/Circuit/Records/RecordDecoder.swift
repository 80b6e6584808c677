internal import CSimdjson

/// Decodes flat records of one kind from lines, or from a page of the API.
///
///     let decoder = RecordDecoder<FlagRecord>()
///     let flag = try decoder.decode(line: bytes)   // nil for a line of white space
///
/// One decoder belongs to one thread at a time.
public final class RecordDecoder<Record: FlatRecord> {
  private let batch: OpaquePointer
  private let names: UnsafeMutableBufferPointer<CChar>
  private let spellings: [[csj_field]]
  private var values: [csj_value]

  /// A decoder.
  public init() {
    batch = csj_batch_create()
    let spellings = Record.spellings
    let text = spellings.joined().flatMap { $0.name.utf8CString }
    names = .allocate(capacity: text.count)
    _ = names.initialize(from: text)
    values = Array(repeating: csj_value(), count: spellings.first?.count ?? 0)
    var start = names.baseAddress
    self.spellings = spellings.map { fields in
      fields.map { field in
        let length = field.name.utf8.count
        defer { start = start.map { $0 + length + 1 } }
        return csj_field(field, name: start)
      }
    }
  }

  deinit {
    names.deallocate()
    csj_batch_destroy(batch)
  }

  /// Decodes one line.
  ///
  /// - Parameter line: The bytes of one JSON object.
  /// - Returns: The record; `nil` if there is nothing but white space.
  /// - Throws: `DecodingProblem` if it is no such record.
  public func decode(line: UnsafeRawBufferPointer) throws(DecodingProblem) -> Record? {
    guard let start = line.bindMemory(to: UInt8.self).baseAddress else { return nil }
    var refused: DecodingProblem?
    for fields in spellings {
      var remainder = csj_span()
      var problem = csj_problem()
      let code = csj_batch_decode_record(
        batch,
        fields,
        fields.count,
        start,
        line.count,
        &values,
        &remainder,
        &problem
      )
      if code == Int32(CSJ_BLANK) { return nil }
      if code == Int32(CSJ_OK) {
        var read = RecordValues(values, remainder: remainder)
        return Record(&read)
      }
      // The archive's own names are the ones to be told about.
      refused = refused ?? DecodingProblem(problem)
      guard code == Int32(CSJ_MISSING_IDENTIFIER) else { break }
    }
    throw refused ?? .notAnObject
  }
}

extension csj_field {
  fileprivate init(_ field: RecordField, name: UnsafePointer<CChar>?) {
    let kind =
      switch field.kind {
      case .text, .identifier: CSJ_STRING
      case .integer: CSJ_INTEGER
      case .texts: CSJ_STRINGS
      }
    self.init(
      name: name,
      name_length: field.name.utf8.count,
      kind: UInt8(kind),
      is_required: field.kind == .identifier ? 1 : 0
    )
  }
}
