/// The memory that a scan needs, allocated once for an analyzer.
final class Scratch {
  /// The longest token in bytes.
  static let tokenLimit = 64

  /// `ASCIITable`, filled.
  let ascii: UnsafeMutablePointer<UInt8>
  /// The word at hand, from byte 1; byte 0 is for a leading symbol, two more for trailing ones.
  let word: UnsafeMutablePointer<UInt8>
  /// Two neighbours of a run, from byte 1; byte 0 is for a leading symbol.
  let pair: UnsafeMutablePointer<UInt8>
  /// A base and its marks, before composition.
  let cluster: UnsafeMutablePointer<Int32>
  let folds = FoldTable()

  init() {
    ascii = .allocate(capacity: 256)
    ASCIITable.fill(ascii)
    word = .allocate(capacity: 1 + Self.tokenLimit + 2)
    pair = .allocate(capacity: 1 + 2 * 4)
    cluster = .allocate(capacity: Composition.capacity)
  }

  deinit {
    ascii.deallocate()
    word.deallocate()
    pair.deallocate()
    cluster.deallocate()
  }
}
