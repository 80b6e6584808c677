/// The counts of a UTC day by conversation or by person as a few bytes each, so that a year is counted without
/// reading hundreds of thousands of rows.
///
/// Ids ascend, and what has no counts has no entry. Numbers are varints, seven bits a byte, the lowest first. An entry
/// is:
///
/// | what | when |
/// |---|---|
/// | the id, less that of the entry before, or 0 | always |
/// | a byte of bits: 1 replies, 2 likes, 4 files, 8 calls | always |
/// | messages | always |
/// | replies, likes, files, calls | each where its bit is set |
package enum DayBlock {
  private static let hasReplies: UInt8 = 1
  private static let hasLikes: UInt8 = 2
  private static let hasFiles: UInt8 = 4
  private static let hasCalls: UInt8 = 8

  /// Gives the entries of a block to `body`, in the order of their ids.
  ///
  /// - Parameters:
  ///   - bytes: The block; counts that are cut off are 0.
  ///   - body: Takes an id and its counts.
  package static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (_ id: Int64, Counts) -> Void
  ) {
    var reader = VarintReader(bytes)
    var id: Int64 = 0
    while !reader.isAtEnd {
      id &+= reader.number()
      let bits = reader.byte()
      var counts = Counts(messages: reader.number())
      if bits != 0 {
        if bits & hasReplies != 0 { counts.replies = reader.number() }
        if bits & hasLikes != 0 { counts.likes = reader.number() }
        if bits & hasFiles != 0 { counts.files = reader.number() }
        if bits & hasCalls != 0 { counts.calls = reader.number() }
      }
      body(id, counts)
    }
  }

  /// Makes a block, an entry after the other.
  struct Builder {
    private(set) var bytes: [UInt8] = []
    private var last: Int64 = 0

    /// Adds an entry, whose id is greater than those before; nothing where all counts are 0.
    mutating func append(_ id: Int64, _ counts: Counts) {
      guard counts != Counts() else { return }
      bytes.append(varint: id &- last)
      last = id
      bytes.append(
        (counts.replies != 0 ? hasReplies : 0) | (counts.likes != 0 ? hasLikes : 0)
          | (counts.files != 0 ? hasFiles : 0) | (counts.calls != 0 ? hasCalls : 0)
      )
      bytes.append(varint: counts.messages)
      for count in counts.inOrder.dropFirst() where count != 0 { bytes.append(varint: count) }
    }
  }

  /// A block with differences added to its counts.
  ///
  /// - Parameters:
  ///   - bytes: The block as it is; empty for one that is not there yet.
  ///   - differences: What is to be added, by ascending ids.
  /// - Returns: The block as it is to be; empty where no count is left.
  static func adding(
    to bytes: UnsafeBufferPointer<UInt8>,
    _ differences: [(id: Int64, counts: Counts)]
  ) -> [UInt8] {
    var builder = Builder()
    var rest = differences[...]
    forEach(in: bytes) { id, counts in
      while let first = rest.first, first.id < id {
        builder.append(first.id, first.counts)
        rest.removeFirst()
      }
      var sum = counts
      if let first = rest.first, first.id == id {
        sum += first.counts
        rest.removeFirst()
      }
      builder.append(id, sum)
    }
    for (id, counts) in rest { builder.append(id, counts) }
    return builder.bytes
  }

  /// The entries as JSON, for views: `[[id, messages, replies, likes, files, calls], …]`.
  static func json(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var json = Array("[".utf8)
    forEach(in: bytes) { id, counts in
      json.append(contentsOf: (json.count > 1 ? ",[\(id)" : "[\(id)").utf8)
      for count in counts.inOrder { json.append(contentsOf: ",\(count)".utf8) }
      json.append(UInt8(ascii: "]"))
    }
    json.append(UInt8(ascii: "]"))
    return json
  }
}
