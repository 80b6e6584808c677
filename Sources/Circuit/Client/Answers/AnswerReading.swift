/// How strictly an answer is read.
enum AnswerReading: Sendable {
  /// An element that is no JSON is a reason to ask again.
  case strict
  /// It is set aside, and the rest of the answer is taken.
  case lenient
}

extension RecordList {
  /// Reads an answer that is an array, each element by itself.
  ///
  /// - Parameters:
  ///   - page: The body of the answer.
  ///   - reading: What an element that is no JSON does.
  ///   - decode: Reads one element, which may be blank or no JSON at all.
  /// - Throws: `DecodingProblem` if the page is not a whole array.
  init(
    page: UnsafeRawBufferPointer,
    _ reading: AnswerReading,
    decode: (UnsafeRawBufferPointer) throws(DecodingProblem) -> Record
  ) throws(DecodingProblem) {
    var elements = try JSONElements(page)
    var records: [Record] = []
    var rejected: [RejectedElement] = []
    while let element = try elements.next() {
      do throws(DecodingProblem) {
        records.append(try decode(element))
      } catch {
        if reading == .strict, error.isBrokenJSON { throw error }
        rejected.append(
          RejectedElement(place: elements.index, problem: error, bytes: [UInt8](element))
        )
      }
    }
    self.init(records, rejected: rejected)
  }
}

extension RecordList where Record: FlatRecord {
  /// Reads an answer that is an array of objects, each element by itself.
  ///
  /// - Parameters:
  ///   - page: The body of the answer.
  ///   - reading: What an element that is no JSON does.
  /// - Throws: `DecodingProblem` if the page is not a whole array.
  init(
    page: UnsafeRawBufferPointer,
    _ reading: AnswerReading
  ) throws(DecodingProblem) {
    let decoder = RecordDecoder<Record>()
    try self.init(page: page, reading) { element throws(DecodingProblem) in
      try decoder.decode(object: element)
    }
  }
}

extension RecordDecoder {
  /// Decodes a value that has to be an object.
  func decode(object: UnsafeRawBufferPointer) throws(DecodingProblem) -> Record {
    guard let record = try decode(line: object) else { throw .notJSON("an object is missing") }
    return record
  }
}
