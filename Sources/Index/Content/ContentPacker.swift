internal import CZstd
internal import Synchronization

/// Packs the contents of messages, once it has seen enough of them to train a dictionary.
///
/// One serves all the threads that prepare batches for one writer; the writer keeps the dictionary.
package final class ContentPacker: Sendable {
  private enum State {
    /// Collecting messages to train a dictionary of this number from.
    case collecting(id: Int64, samples: [UInt8], sizes: [Int])
    case ready(ContentDictionary)
    /// These messages have too little in common.
    case idle
  }

  private let state: Mutex<State>
  /// Each holds some hundred KB, and batches wait by the hundred to be written.
  private let compressors = LendingPool { ContentCompressor() }

  /// Bytes of messages that a dictionary is trained from: 32 times its size, as zstd advises up to 100.
  private static let sampleBytes = 2 << 20
  private static let sampleCount = 4_096
  /// A longer message says little of the others.
  private static let longestSample = 4_096

  /// A packer that goes on with `dictionary`, or trains one of the number `id`.
  init(dictionary: ContentDictionary?, nextID id: Int64) {
    state = Mutex(dictionary.map { .ready($0) } ?? .collecting(id: id, samples: [], sizes: []))
  }

  /// Lends a compressor.
  func withCompressor<Result>(_ body: (ContentCompressor) -> Result) -> Result {
    compressors.withElement(body)
  }

  /// Finds what to pack with.
  ///
  /// - Parameter contents: The messages at hand, from which one is trained when there is none and they suffice.
  /// - Returns: The dictionary, or nil while there is none.
  func dictionary(offering contents: some Sequence<UnsafeBufferPointer<UInt8>>)
    -> ContentDictionary?
  {
    state.withLock { state in
      switch state {
      case .ready(let dictionary): return dictionary
      case .idle: return nil
      case .collecting(let id, var samples, var sizes):
        // Not held twice while it grows.
        state = .idle
        for content in contents where !content.isEmpty && content.count <= Self.longestSample {
          samples.append(contentsOf: content)
          sizes.append(content.count)
          if samples.count >= Self.sampleBytes { break }
        }
        guard samples.count >= Self.sampleBytes || sizes.count >= Self.sampleCount else {
          state = .collecting(id: id, samples: samples, sizes: sizes)
          return nil
        }
        let dictionary = ContentDictionary.trained(id: id, samples: samples, sizes: sizes)
        if let dictionary { state = .ready(dictionary) }
        return dictionary
      }
    }
  }
}

/// Packs one message after the other.
final class ContentCompressor {
  private let context = ZSTD_createCCtx()
  private var dictionary: ContentDictionary?

  /// Shorter contents are not worth it.
  private static let shortest = 24

  init() {
    // The size is what unpacking asks for first; a checksum would cost as much as a word.
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 1)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 0)
  }

  deinit { ZSTD_freeCCtx(context) }

  /// Appends `content` packed to `packed`.
  ///
  /// - Returns: Where it lies, empty when it would not be shorter.
  func pack(
    _ content: UnsafeBufferPointer<UInt8>,
    with dictionary: ContentDictionary,
    into packed: inout [UInt8]
  ) -> Range<Int> {
    let start = packed.count
    guard content.count >= Self.shortest, let context else { return start..<start }
    if self.dictionary !== dictionary {
      ZSTD_CCtx_refCDict(context, dictionary.forPacking)
      self.dictionary = dictionary
    }
    let bound = ZSTD_compressBound(content.count)
    packed.append(contentsOf: repeatElement(0, count: bound))
    let size = packed.withUnsafeMutableBytes { bytes in
      ZSTD_compress2(
        context,
        bytes.baseAddress.map { $0 + start },
        bound,
        content.baseAddress,
        content.count
      )
    }
    // The first four bytes are the same in every frame.
    let isShorter = ZSTD_isError(size) == 0 && size - PackedContent.magic.count < content.count
    guard isShorter else {
      packed.removeSubrange(start...)
      return start..<start
    }
    packed.removeSubrange((start + size)...)
    return start + PackedContent.magic.count..<start + size
  }
}
