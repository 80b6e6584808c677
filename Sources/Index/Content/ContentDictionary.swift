internal import CZstd

/// What messages of a tenant have in common, so that each can be packed by itself to less than half its size.
///
/// A dictionary is trained once, from the first messages of an index, and kept in its table `dictionary`. Its number
/// stands in its own bytes and in everything packed with it.
///
/// Immutable once made, and zstd's digested forms may be used by any number of threads at once, hence `unsafe`.
final class ContentDictionary: Sendable {
  /// Its number in the index, from 1 on.
  let id: Int64
  /// Its bytes in zstd's dictionary format.
  let bytes: [UInt8]
  nonisolated(unsafe) let forPacking: OpaquePointer
  nonisolated(unsafe) let forUnpacking: OpaquePointer

  /// Bytes of a dictionary: from 64 to 110 KB 1 % more is saved, and each process that shows a text reads it.
  private static let capacity = 65_536
  /// zstd's default: 1 saves 3 % less, 6 takes twice the time for half a percent.
  private static let level: Int32 = 3

  /// Takes a dictionary as the index keeps it; nil when zstd does not know it for one of this number.
  init?(id: Int64, bytes: [UInt8]) {
    guard ZDICT_getDictID(bytes, bytes.count) == UInt32(exactly: id),
      let forPacking = ZSTD_createCDict(bytes, bytes.count, Self.level)
    else { return nil }
    guard let forUnpacking = ZSTD_createDDict(bytes, bytes.count) else {
      ZSTD_freeCDict(forPacking)
      return nil
    }
    self.id = id
    self.bytes = bytes
    self.forPacking = forPacking
    self.forUnpacking = forUnpacking
  }

  deinit {
    ZSTD_freeCDict(forPacking)
    ZSTD_freeDDict(forUnpacking)
  }

  /// Trains a dictionary.
  ///
  /// - Parameters:
  ///   - id: The number to give it.
  ///   - samples: Messages, one after the other.
  ///   - sizes: Bytes of each.
  /// - Returns: The dictionary, or nil when the samples have too little in common.
  static func trained(id: Int64, samples: [UInt8], sizes: [Int]) -> ContentDictionary? {
    var bytes = [UInt8](repeating: 0, count: capacity)
    let count = ZDICT_trainFromBuffer(&bytes, bytes.count, samples, sizes, UInt32(sizes.count))
    guard ZDICT_isError(count) == 0, count > 8, let number = UInt32(exactly: id) else { return nil }
    bytes.removeSubrange(count...)
    // zstd's dictionary format: a magic number of four bytes, then the dictionary's, both little-endian.
    for place in 0..<4 { bytes[4 + place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
    return ContentDictionary(id: id, bytes: bytes)
  }
}
