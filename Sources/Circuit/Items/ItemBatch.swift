internal import CSimdjson

/// Items decoded from lines or pages, and the memory that they point into.
///
///     let batch = ItemBatch()
///     while let chunk = try reader.next() {
///       batch.reset()
///       batch.decode(chunk)
///       for index in 0..<batch.count { print(batch[index].itemId.string ?? "") }
///       for rejected in batch.rejected { print("line \(rejected.line): \(rejected.problem)") }
///     }
///
/// Of several members with one key in an object the last one counts. Everything that a batch hands
/// out is valid until the next `reset()`. One batch belongs to one thread at a time.
public final class ItemBatch {
  private let batch: OpaquePointer

  /// An empty batch.
  public init() {
    batch = csj_batch_create()
  }

  deinit {
    csj_batch_destroy(batch)
  }

  /// Forgets all items and rejected records, and keeps the memory for the next ones.
  public func reset() {
    csj_batch_reset(batch)
  }

  /// Decodes one line.
  ///
  /// White space alone is passed over.
  ///
  /// - Parameters:
  ///   - line: The bytes of one JSON object, copied where need be.
  ///   - number: The line's number, for its item or its rejection.
  public func decode(line: UnsafeRawBufferPointer, number: Int) {
    let bytes = line.bindMemory(to: UInt8.self)
    guard let start = bytes.baseAddress else { return }
    _ = csj_batch_decode_line(batch, start, bytes.count, UInt64(number))
  }

  /// Decodes all the lines of a chunk, each by itself.
  ///
  /// - Parameter chunk: Lines from a `LineReader`; `rejected` points into it.
  public func decode(_ chunk: LineChunk) {
    let bytes = chunk.bytes.bindMemory(to: UInt8.self)
    guard let start = bytes.baseAddress else { return }
    csj_batch_decode_lines(batch, start, bytes.count, UInt64(chunk.firstLine))
  }

  /// Decodes the elements of a page, a JSON array.
  ///
  /// Each stands by itself: one that is refused does not lose the others. A page that is not an array
  /// is one rejected record.
  ///
  /// - Parameter page: The body of an answer; `rejected` points into it.
  public func decode(page: UnsafeRawBufferPointer) {
    let bytes = page.bindMemory(to: UInt8.self)
    // An empty body has no address, but is no array either.
    let start = bytes.baseAddress ?? ByteSpan(bytes).start
    csj_batch_decode_page(batch, start, bytes.count)
  }

  /// How many items there are.
  public var count: Int { csj_batch_item_count(batch) }

  /// About how many bytes it holds.
  public var byteCount: Int { csj_batch_byte_count(batch) }

  /// The item at `index`, in the order of the source.
  ///
  /// - Parameter index: From 0 up to `count`.
  public subscript(index: Int) -> Item {
    precondition(index >= 0 && index < count, "no such item in the batch")
    return Item(csj_batch_items(batch)[index])
  }

  /// The identifiers of the users who like an item of this batch.
  ///
  /// - Parameter item: An item of this batch.
  /// - Returns: Identifiers in the order of the source.
  public func likedUserIds(of item: Item) -> [ByteSpan] {
    guard item.likeCount > 0 else { return [] }
    let likes = UnsafeBufferPointer(
      start: csj_batch_likes(batch) + item.likeStart,
      count: item.likeCount
    )
    return likes.map { ByteSpan($0) }
  }

  /// The attachments of an item of this batch.
  ///
  /// - Parameter item: An item of this batch.
  /// - Returns: Attachments in the order of the source.
  public func attachments(of item: Item) -> [Attachment] {
    guard item.attachmentCount > 0 else { return [] }
    let attachments = UnsafeBufferPointer(
      start: csj_batch_attachments(batch) + item.attachmentStart,
      count: item.attachmentCount
    )
    return attachments.map { Attachment($0) }
  }

  /// The records that were refused, in the order of the source.
  public var rejected: [RejectedRecord] {
    UnsafeBufferPointer(start: csj_batch_problems(batch), count: csj_batch_problem_count(batch))
      .map { RejectedRecord($0) }
  }
}
