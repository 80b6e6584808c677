internal import SQLite

/// Finds free rowids: the first free slot at or after an item's millisecond.
///
/// Where a crowd shares a millisecond the search for a slot would start over for each of it, so the allocator
/// remembers where it last stopped for crowded milliseconds.
struct RowidAllocator {
  private let occupied: Statement
  private let latest: Statement
  /// The greatest rowid of the file, kept so that an append needs no look-up; -1 when it is empty.
  private var maximum: Int64
  private var crowds: [Int64: Int64] = [:]
  /// The milliseconds of rowids given out, in a file that was empty at the start: it saves most look-ups.
  private var given: BloomFilter?
  /// The greatest distance between an item's own millisecond and its rowid's, in ms.
  private(set) var displacement: Int64

  init(connection: Connection) throws {
    occupied = try connection.statement("SELECT id FROM item WHERE id >= ? ORDER BY id LIMIT 64")
    latest = try connection.statement("SELECT max(id) FROM item")
    displacement = try Rowid.displacement(of: connection)
    maximum = -1
    if try latest.step() { maximum = latest.row.optionalInteger(at: 0) ?? -1 }
    latest.reset()
    given = maximum < 0 ? BloomFilter(bytes: 4 << 20) : nil
  }

  /// Takes a rowid for an item at `time` (ms).
  ///
  /// Rows it has given out count as taken although not yet inserted, provided that items come in
  /// order of time; `pending` are those of the current batch.
  mutating func allocate(time: Int64, pending: inout Set<Int64>) throws -> Int64 {
    let first = Rowid.first(ofMillisecond: time)
    var candidate = max(first, crowds[time] ?? first)
    if candidate <= maximum, isMaybeGiven(candidate) {
      candidate = try firstFree(from: candidate, pending: pending)
    }
    maximum = max(maximum, candidate)
    if candidate - first >= Rowid.slots - 1 {
      if crowds.count > 10_000 { crowds.removeAll(keepingCapacity: true) }
      crowds[time] = candidate + 1
    }
    pending.insert(candidate)
    given?.insert(Self.digests(of: candidate))
    displacement = max(displacement, Rowid.millisecond(of: candidate) - time)
    return candidate
  }

  private func isMaybeGiven(_ rowid: Int64) -> Bool {
    given?.mayContain(Self.digests(of: rowid)) ?? true
  }

  private static func digests(of rowid: Int64) -> BloomFilter.Digests {
    let digest = WireID.mixed(UInt64(bitPattern: Rowid.millisecond(of: rowid)))
    return (digest, WireID.mixed(~digest))
  }

  private func firstFree(from start: Int64, pending: Set<Int64>) throws -> Int64 {
    var candidate = start
    while true {
      var last = candidate
      var seen = 0
      try occupied.bind(candidate, at: 1)
      defer { occupied.reset() }
      while try occupied.step() {
        seen += 1
        let taken = occupied.row.integer(at: 0)
        while candidate < taken {
          if !pending.contains(candidate) { return candidate }
          candidate += 1
        }
        last = taken
        candidate = taken + 1
      }
      if seen < 64 {
        candidate = max(candidate, last)
        while pending.contains(candidate) { candidate += 1 }
        return candidate
      }
    }
  }
}
