/// Which segments an FTS5 table has, by level, the newest last: row 10 of its `_data` table.
///
/// The format is that of "STRUCTURE RECORD" in SQLite's `fts5_index.c`, version 1, which FTS5 writes for tables without
/// `contentless_delete`: four bytes of configuration cookie, then SQLite's variable-length integers.
struct FTS5Structure: Equatable {
  /// A segment: its number, and its first and last page.
  struct Segment: Equatable {
    var id: Int64
    var firstPage: Int64
    var lastPage: Int64
  }

  /// Segments of about one age; `merging` of them are being merged into the next level.
  struct Level: Equatable {
    var merging: Int64
    var segments: [Segment]
  }

  /// The most segments that a table may have (`FTS5_MAX_SEGMENT`).
  static let segmentLimit: Int64 = 2_000

  private var cookie: [UInt8]
  private var writeCount: Int64
  var levels: [Level]

  /// Reads a record; nil for one of another version, or a damaged one.
  init?(_ record: [UInt8]) {
    // A second version begins with this instead of the count of levels.
    guard record.count > 4, !record[4...].starts(with: [0xff, 0, 0, 1]) else { return nil }
    var integers = FTS5Integers(record[4...])
    guard let levelCount = integers.next(), let segmentCount = integers.next(),
      let writeCount = integers.next(), segmentCount <= Self.segmentLimit,
      levelCount <= segmentCount + 64
    else { return nil }
    cookie = Array(record[..<4])
    self.writeCount = writeCount
    levels = []
    for _ in 0..<levelCount {
      guard let merging = integers.next(), let count = integers.next(), count <= segmentCount
      else { return nil }
      var level = Level(merging: merging, segments: [])
      for _ in 0..<count {
        guard let id = integers.next(), let first = integers.next(), let last = integers.next()
        else { return nil }
        level.segments.append(Segment(id: id, firstPage: first, lastPage: last))
      }
      levels.append(level)
    }
    guard integers.isAtEnd, levels.reduce(0, { $0 + $1.segments.count }) == segmentCount else {
      return nil
    }
  }

  /// The record.
  var record: [UInt8] {
    var integers = [
      Int64(levels.count), Int64(levels.reduce(0) { $0 + $1.segments.count }), writeCount,
    ]
    for level in levels {
      integers += [level.merging, Int64(level.segments.count)]
      for segment in level.segments {
        integers += [segment.id, segment.firstPage, segment.lastPage]
      }
    }
    return integers.reduce(into: cookie) { FTS5Integers.append($1, to: &$0) }
  }

  /// Adds a segment as the newest, under the lowest number that is free.
  ///
  /// - Parameter segment: The segment, under whatever number it had.
  /// - Returns: Its number; nil when the table may have no more.
  mutating func add(_ segment: Segment) -> Int64? {
    let taken = Set(levels.lazy.flatMap(\.segments).map(\.id))
    guard let id = (1...Self.segmentLimit).first(where: { !taken.contains($0) }) else { return nil }
    if levels.isEmpty { levels.append(Level(merging: 0, segments: [])) }
    var renamed = segment
    renamed.id = id
    levels[0].segments.append(renamed)
    return id
  }
}

/// SQLite's variable-length integers, seven bits a byte, the highest first; here those of up to eight bytes.
struct FTS5Integers {
  /// One more than the greatest of eight bytes.
  static let limit: Int64 = 1 << 56

  private var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Whether all have been read.
  var isAtEnd: Bool { bytes.isEmpty }

  /// The next one; nil at the end, or for one of nine bytes.
  mutating func next() -> Int64? {
    var value: Int64 = 0
    for _ in 0..<8 {
      guard let byte = bytes.popFirst() else { return nil }
      value = value << 7 | Int64(byte & 0x7f)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }

  /// Appends one in `0..<limit`.
  static func append(_ value: Int64, to bytes: inout [UInt8]) {
    precondition((0..<limit).contains(value), "an integer of FTS5 out of bounds")
    var shift = 0
    while value >> (shift + 7) != 0 { shift += 7 }
    while shift >= 0 {
      let rest: UInt8 = shift > 0 ? 0x80 : 0
      bytes.append(UInt8(value >> shift & 0x7f) | rest)
      shift -= 7
    }
  }
}
