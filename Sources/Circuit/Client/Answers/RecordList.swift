/// An answer that is a list of records, with the elements that could not be taken.
///
///     for conversation in try client.send(.conversations()) { print(conversation.convId) }
public struct RecordList<Record: Sendable>: Sendable {
  /// The records, in the order of the answer.
  public let records: [Record]
  /// The elements that were refused, in the order of the answer.
  public let rejected: [RejectedElement]

  /// A list.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - rejected: The elements that were refused.
  public init(_ records: [Record], rejected: [RejectedElement] = []) {
    self.records = records
    self.rejected = rejected
  }
}

extension RecordList: RandomAccessCollection {
  /// The first record's place.
  public var startIndex: Int { records.startIndex }
  /// The place behind the last record.
  public var endIndex: Int { records.endIndex }
  /// The record at `index`.
  public subscript(index: Int) -> Record { records[index] }
}

/// An element of an answer that was refused: kept whole, so that nothing is lost.
public struct RejectedElement: Sendable, Equatable {
  /// Its place in the answer, counted from 1.
  public let place: Int
  /// Why it was refused.
  public let problem: DecodingProblem
  /// Its bytes as they came.
  public let bytes: [UInt8]

  /// A refused element.
  ///
  /// - Parameters:
  ///   - place: Its place in the answer, counted from 1.
  ///   - problem: Why it was refused.
  ///   - bytes: Its bytes as they came.
  public init(place: Int, problem: DecodingProblem, bytes: [UInt8]) {
    self.place = place
    self.problem = problem
    self.bytes = bytes
  }
}

extension DecodingProblem {
  /// Whether the answer as a whole is to blame, so that asking again may mend it: a record that is whole
  /// JSON but lacks something will lack it again.
  var isBrokenJSON: Bool {
    switch self {
    case .notJSON, .notAnArray, .brokenArray: true
    case .notAnObject, .missingIdentifier, .tooDeep, .tooLong: false
    }
  }
}
