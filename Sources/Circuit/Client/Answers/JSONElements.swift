internal import CSimdjson

/// The elements of a JSON array, each as the bytes it stands in, which may be blank or no JSON at all.
struct JSONElements {
  private var walk = csj_elements()

  /// Starts at an array.
  ///
  /// - Parameter array: The array's bytes, which must outlive the walk.
  /// - Throws: `DecodingProblem.notAnArray`.
  init(_ array: UnsafeRawBufferPointer) throws(DecodingProblem) {
    let bytes = array.bindMemory(to: UInt8.self)
    // An empty body has no address, but is no array either.
    let code = csj_elements_begin(&walk, bytes.baseAddress ?? ByteSpan(bytes).start, bytes.count)
    guard code == Int32(CSJ_OK) else { throw .notAnArray }
  }

  /// How many elements have been seen: the place of the last one, counted from 1.
  var index: Int { Int(walk.index) }

  /// The next element, or nil at the end.
  ///
  /// - Throws: `DecodingProblem.brokenArray` when the array is cut off or something follows it.
  mutating func next() throws(DecodingProblem) -> UnsafeRawBufferPointer? {
    var element = csj_span()
    var detail: UnsafePointer<CChar>?
    switch Int(csj_elements_next(&walk, &element, &detail)) {
    case CSJ_OK: return UnsafeRawBufferPointer(start: element.bytes, count: element.count)
    case CSJ_END_OF_ARRAY: return nil
    default: throw .brokenArray(detail.map { String(cString: $0) } ?? "")
    }
  }
}
