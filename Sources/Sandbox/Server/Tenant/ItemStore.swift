/// The items of a tenant: their JSON as it came, and beside it what finds and orders them.
struct ItemStore: Sendable {
  /// Where an item's JSON lies, and when it was modified.
  struct Entry: Sendable {
    var segment: Int32
    var start: Int32
    var count: Int32
    /// The index of its conversation; negative once the item has vanished.
    var conversation: Int32
    /// In ms since 1970 UTC.
    var modified: Int

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    var hasVanished: Bool { conversation < 0 }
  }

  private(set) var entries: [Entry] = []
  /// Whole chunks of an archive's file, or single items that were written since.
  private var segments: [[UInt8]] = []
  private var indices: [String: Int32] = [:]

  /// Where the item with an id is.
  func index(of id: String) -> Int? {
    indices[id].map(Int.init).flatMap { entries[$0].hasVanished ? nil : $0 }
  }

  /// An item's members.
  func object(_ index: Int) -> JSONObject? {
    JSONObject(segments[Int(entries[index].segment)], entries[index].range)
  }

  /// Appends an item's JSON to `bytes`.
  func append(_ index: Int, to bytes: inout [UInt8]) {
    let entry = entries[index]
    segments[Int(entry.segment)].withUnsafeBufferPointer {
      bytes.append(contentsOf: $0[entry.range])
    }
  }

  func json(_ index: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    append(index, to: &bytes)
    return bytes
  }

  /// Takes over a chunk, to which entries may refer from now on.
  ///
  /// - Returns: Its number.
  mutating func add(segment: [UInt8]) -> Int32 {
    segments.append(segment)
    return Int32(segments.count - 1)
  }

  /// Adds an item, in place of one with the same id.
  ///
  /// - Returns: Its index.
  mutating func add(id: String, _ entry: Entry) -> Int {
    if let old = indices[id] {
      entries[Int(old)] = entry
      return Int(old)
    }
    entries.append(entry)
    indices[id] = Int32(entries.count - 1)
    return entries.count - 1
  }

  /// Gives an item other JSON.
  mutating func replace(_ index: Int, _ json: [UInt8], modified: Int) {
    let old = entries[index]
    let segment = Int(old.segment)
    entries[index].modified = modified
    entries[index].start = 0
    entries[index].count = Int32(json.count)
    // An item with a segment of its own keeps it, so that edits do not pile up.
    if segments[segment].count == old.count {
      segments[segment] = json
    } else {
      entries[index].segment = add(segment: json)
    }
  }

  /// Says which conversation an item is in.
  mutating func place(_ index: Int, in conversation: Int) {
    entries[index].conversation = Int32(conversation)
  }

  /// Takes an item away.
  mutating func vanish(_ index: Int) { entries[index].conversation = -1 }
}
