/// An answer of items, decoded, with the elements that could not be taken.
///
/// It is handed from the thread that fetched it to the one that writes it as a whole, and never
/// changes, which is why it may cross (`@unchecked`): the decoder's memory cannot be checked by
/// the compiler. Whoever takes `items` to be filled further must be its only holder.
public final class ItemPage: @unchecked Sendable {
  /// The items, in the order of the answer.
  ///
  /// Its own `rejected` is not to be used: it points into the answer's bytes, which are gone.
  public let items: ItemBatch
  /// The elements that were refused, in the order of the answer.
  public let rejected: [RejectedElement]

  /// How many elements the answer had, refused ones included: a page with fewer than were asked for
  /// may be the last one.
  public var elementCount: Int { items.count + rejected.count }

  /// Reads a page of items.
  ///
  /// - Parameters:
  ///   - page: The body of the answer, a JSON array.
  ///   - reading: What an element that is no JSON does.
  /// - Throws: `DecodingProblem` if it is not a whole array.
  init(page: UnsafeRawBufferPointer, _ reading: AnswerReading) throws(DecodingProblem) {
    items = ItemBatch()
    items.decode(page: page)
    rejected = try Self.rejected(of: items, reading)
  }

  /// Reads an answer that is one item.
  ///
  /// - Parameters:
  ///   - item: The body of the answer, a JSON object.
  ///   - reading: What an object that is no JSON does.
  /// - Throws: `DecodingProblem` if there is no object at all.
  init(item: UnsafeRawBufferPointer, _ reading: AnswerReading) throws(DecodingProblem) {
    items = ItemBatch()
    items.decode(line: item, number: 1)
    rejected = try Self.rejected(of: items, reading)
    // An item that has no id can be set aside; what is no item at all is no answer.
    if elementCount == 0 || rejected.first?.problem == .notAnObject { throw .notAnObject }
  }

  private static func rejected(
    of items: ItemBatch,
    _ reading: AnswerReading
  ) throws(DecodingProblem) -> [RejectedElement] {
    try items.rejected.map { record throws(DecodingProblem) in
      switch record.problem {
      case .notAnArray, .brokenArray: throw record.problem
      case let problem where reading == .strict && problem.isBrokenJSON: throw problem
      default: break
      }
      return RejectedElement(
        place: record.line,
        problem: record.problem,
        bytes: [UInt8](record.bytes.bytes)
      )
    }
  }
}
