internal import SQLite

/// The messages and calls of an hour of rowids as a few bytes each, so that a week is counted without reading its rows.
///
/// Derived from `item`: what a commit changes is merged into the blocks, and a recount gives the same bytes. Numbers are
/// varints, seven bits a byte, the lowest first. An item is:
///
/// | what | when |
/// |---|---|
/// | rowid, less that of the item before, or the hour's first | always |
/// | a byte of bits: 1 call, 2 reply, 4 displaced, 8 liked, 16 has files | always |
/// | conversation, person | always |
/// | ms by which its time is before its rowid | displaced |
/// | likes | liked |
/// | files | has files |
package enum ItemBlock {
  /// How many rowids a block spans: those of an hour.
  private static let width = 3_600_000 * Rowid.slots

  /// The block that a row belongs to: hours since 1970 UTC of its rowid.
  package static func number(of rowid: Int64) -> Int64 { rowid / width }

  private static let isCall: UInt8 = 1
  private static let isReply: UInt8 = 2
  private static let isDisplaced: UInt8 = 4
  private static let isLiked: UInt8 = 8
  private static let hasFiles: UInt8 = 16

  /// Gives the items of a block to `body`, in the order of their rowids.
  ///
  /// - Parameters:
  ///   - bytes: The block; what ends within an item is ignored.
  ///   - number: Its number.
  ///   - body: Takes an item.
  package static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>,
    of number: Int64,
    _ body: (CountedItem) -> Void
  ) {
    var reader = VarintReader(bytes)
    var id = number * width
    while !reader.isAtEnd {
      id &+= reader.number()
      guard !reader.isAtEnd else { return }
      let bits = reader.byte()
      let (conversation, person) = (reader.number(), reader.number())
      let displacement = bits & isDisplaced == 0 ? 0 : reader.number()
      // In the order in which they are written.
      let likes = bits & isLiked == 0 ? 0 : reader.number()
      let files = bits & hasFiles == 0 ? 0 : reader.number()
      body(
        CountedItem(
          item: id,
          time: Rowid.millisecond(of: id) &- displacement,
          conversation: conversation,
          person: person,
          counts: bits & isCall != 0
            ? Counts(calls: 1)
            : Counts(messages: 1, replies: bits & isReply == 0 ? 0 : 1, likes: likes, files: files)
        )
      )
    }
  }

  /// Gives the messages of a block to `body`, in the order of their rowids, and nothing of what is counted of them:
  /// that is skipped, which takes half the time.
  ///
  /// - Parameters:
  ///   - bytes: The block; what ends within an item is ignored.
  ///   - number: Its number.
  ///   - body: Takes a message's rowid and its time, ms since 1970 UTC.
  package static func forEachMessage(
    in bytes: UnsafeBufferPointer<UInt8>,
    of number: Int64,
    _ body: (_ item: Int64, _ time: Int64) -> Void
  ) {
    var reader = VarintReader(bytes)
    var id = number * width
    while !reader.isAtEnd {
      id &+= reader.number()
      guard !reader.isAtEnd else { return }
      let bits = reader.byte()
      reader.skip(2)
      let displacement = bits & isDisplaced == 0 ? 0 : reader.number()
      reader.skip((bits & (isLiked | hasFiles)).nonzeroBitCount)
      if bits & isCall == 0 { body(id, Rowid.millisecond(of: id) &- displacement) }
    }
  }

  /// Makes blocks from their items.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the first and the last block.
  ///   - connection: The index.
  ///   - body: Takes the number and the bytes of each block that has items, in order.
  /// - Throws: `SQLiteError`, and what `body` throws.
  static func make(
    _ numbers: ClosedRange<Int64>,
    on connection: Connection,
    _ body: (Int64, [UInt8]) throws -> Void
  ) throws {
    var bytes: [UInt8] = []
    var number = numbers.lowerBound
    var previous = number * width
    try connection.withStatement(
      """
      SELECT \(CountedItem.columns) FROM item WHERE id BETWEEN ? AND ? AND \(CountedItem.condition) ORDER BY id
      """
    ) { statement in
      try statement.bind([
        .integer(numbers.lowerBound * width), .integer((numbers.upperBound + 1) * width - 1),
      ])
      while try statement.step() {
        let item = CountedItem(statement.row)
        if Self.number(of: item.item) != number {
          if !bytes.isEmpty { try body(number, bytes) }
          bytes.removeAll(keepingCapacity: true)
          number = Self.number(of: item.item)
          previous = number * width
        }
        append(item, after: previous, to: &bytes)
        previous = item.item
      }
    }
    if !bytes.isEmpty { try body(number, bytes) }
  }

  /// Makes a block of its items, given in the order of their rowids.
  static func bytes(of items: [CountedItem], number: Int64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.count * 9)
    var previous = number * width
    for item in items {
      append(item, after: previous, to: &bytes)
      previous = item.item
    }
    return bytes
  }

  private static func append(
    _ item: CountedItem,
    after previous: Int64,
    to bytes: inout [UInt8]
  ) {
    let counts = item.counts
    let displacement = Rowid.millisecond(of: item.item) - item.time
    bytes.append(varint: item.item - previous)
    bytes.append(
      (counts.calls != 0 ? isCall : 0) | (counts.replies != 0 ? isReply : 0)
        | (displacement != 0 ? isDisplaced : 0) | (counts.likes != 0 ? isLiked : 0)
        | (counts.files != 0 ? hasFiles : 0)
    )
    bytes.append(varint: item.conversation)
    bytes.append(varint: item.person)
    if displacement != 0 { bytes.append(varint: displacement) }
    if counts.likes != 0 { bytes.append(varint: counts.likes) }
    if counts.files != 0 { bytes.append(varint: counts.files) }
  }
}
