internal import CZstd
internal import SQLite

/// How a message's content stands in `item_text.content`: as text, or packed, as a blob.
///
/// A blob is a zstd frame without its magic number. The frame names its dictionary, a row of the table `dictionary`.
enum PackedContent {
  /// What every zstd frame begins with (RFC 8878, 3.1.1).
  static let magic: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd]
}

/// Why a packed content cannot be read.
enum PackedContentError: Error, CustomStringConvertible {
  case noDictionary(Int64)
  case damaged

  var description: String {
    switch self {
    case .noDictionary(let id): "the index has no dictionary \(id), with which a content is packed"
    case .damaged: "a packed content is damaged"
    }
  }
}

/// Unpacks contents, with the dictionaries of one connection's index.
final class ContentUnpacker {
  /// Not owned: the connection owns the SQL functions that own this.
  private weak var connection: Connection?
  private let context = ZSTD_createDCtx()
  private var dictionaries: [Int64: ContentDictionary] = [:]
  private var frame: [UInt8] = []
  private var content: [UInt8] = []

  /// The API's own limit of a content is far below this; what says more is damaged.
  private static let largest: UInt64 = 1 << 30

  init(connection: Connection) { self.connection = connection }

  deinit { ZSTD_freeDCtx(context) }

  /// Unpacks the blob of a content.
  ///
  /// - Returns: The content, the same memory from call to call.
  /// - Throws: `PackedContentError`; `SQLiteError` when a dictionary cannot be read.
  func unpack(_ packed: UnsafeBufferPointer<UInt8>) throws -> [UInt8] {
    frame.removeAll(keepingCapacity: true)
    frame.append(contentsOf: PackedContent.magic)
    frame.append(contentsOf: packed)
    let size = ZSTD_getFrameContentSize(frame, frame.count)
    guard size <= Self.largest else { throw PackedContentError.damaged }
    let dictionary = try dictionary(Int64(ZSTD_getDictID_fromFrame(frame, frame.count)))
    content.removeAll(keepingCapacity: true)
    content.append(contentsOf: repeatElement(0, count: Int(size)))
    let unpacked = ZSTD_decompress_usingDDict(
      context,
      &content,
      content.count,
      frame,
      frame.count,
      dictionary.forUnpacking
    )
    guard unpacked == content.count else { throw PackedContentError.damaged }
    return content
  }

  private func dictionary(_ id: Int64) throws -> ContentDictionary {
    if let known = dictionaries[id] { return known }
    guard let dictionary = try connection.flatMap({ try ContentDictionary(id: id, from: $0) })
    else {
      throw PackedContentError.noDictionary(id)
    }
    dictionaries[id] = dictionary
    return dictionary
  }
}

extension ContentDictionary {
  /// The dictionary of a number as the index has it, or nil.
  ///
  /// - Throws: `SQLiteError`.
  convenience init?(id: Int64, from connection: Connection) throws {
    let bytes = try connection.first(
      "SELECT bytes FROM dictionary WHERE id = ?",
      [.integer(id)]
    ) { $0.bytes(at: 0) ?? [] }
    guard let bytes else { return nil }
    self.init(id: id, bytes: bytes)
  }
}

extension ContentUnpacker {
  /// Lends a content that is an argument, packed or not, to `body`; empty for NULL.
  func withContent(
    _ arguments: FunctionArguments,
    at index: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    guard !arguments.isNull(index), !arguments.isText(index) else {
      return arguments.withBytes(index, body)
    }
    try arguments.withBytes(index) { try unpack($0) }.withUnsafeBufferPointer(body)
  }

  /// A content that is a column, packed or not, copied; nil for NULL.
  func content(_ row: Row, at column: Int) throws -> [UInt8]? {
    guard !row.isNull(at: column), !row.isText(at: column) else { return row.bytes(at: column) }
    return try row.withBytes(at: column) { try unpack($0) }
  }
}
