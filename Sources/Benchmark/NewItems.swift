import Foundation

/// Items like the archive's latest, in the same conversations, with ids of their own and later times.
struct NewItems {
  private let lines: [[String: Any]]

  /// Reads the end of an archive's items.
  ///
  /// - Throws: Foundation's errors of files; `BenchError` when there are no items.
  init(archive: String) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: archive + "/items.ndjson"))
    defer { try? file.close() }
    let end = try file.seekToEnd()
    try file.seek(toOffset: end > 4_000_000 ? end - 4_000_000 : 0)
    lines = (try file.readToEnd() ?? Data()).split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONSerialization.jsonObject(with: $0) as? [String: Any]
    }
    if lines.isEmpty { throw BenchError.failed("\(archive)/items.ndjson has no items") }
  }

  /// Writes items to a file.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - round: Items of another round have other ids, and are an hour later for each.
  ///   - path: The file.
  /// - Throws: When they cannot be encoded or written.
  func write(_ count: Int, round: Int, to path: String) throws {
    var text = Data()
    for place in 0..<count {
      var item = lines[place % lines.count]
      // Ids are random, as the platform's are, and the same in every run.
      let seed = UInt64(round) << 32 | UInt64(place)
      item["itemId"] = Self.id(seed)
      let later = (round + 1) * 3_600_000 + place / lines.count
      for key in ["creationTime", "modificationTime"] {
        if let time = item[key] as? Int { item[key] = time + later }
      }
      text += try JSONSerialization.data(withJSONObject: item)
      text.append(UInt8(ascii: "\n"))
    }
    try text.write(to: URL(fileURLWithPath: path))
  }

  /// A UUID that follows from a number, by two rounds of splitmix64.
  private static func id(_ seed: UInt64) -> String {
    func mix(_ value: UInt64) -> UInt64 {
      var mixed = value &+ 0x9e37_79b9_7f4a_7c15
      mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
      return mixed ^ mixed >> 31
    }
    let (high, low) = (mix(seed), mix(~seed))
    return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
      let digits = bytes.map { String(format: "%02x", $0) }.joined()
      let cuts = [0, 8, 12, 16, 20, 32]
      return zip(cuts, cuts.dropFirst())
        .map { String(Array(digits)[$0..<$1]) }.joined(separator: "-")
    }
  }
}
