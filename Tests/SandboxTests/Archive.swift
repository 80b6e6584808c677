import Foundation
import Sandbox

/// A synthetic tenant in a folder of its own, which goes when the value does.
final class Archive {
  static let names = [
    "users", "conversations", "items", "flags", "labels", "favorites", "pins",
  ]

  let folder: URL
  let summary: SyntheticTenant.Summary

  init(_ plan: SyntheticTenant.Plan, progress: ((Int) -> Void)? = nil) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "trawl-sandbox-\(UUID().uuidString)")
    summary = try SyntheticTenant(plan: plan).write(to: folder.path, progress: progress)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: "\(name).ndjson"))
  }

  func lines(_ name: String) throws -> [Data] {
    try data(name).split(separator: UInt8(ascii: "\n"))
  }

  func records<Record: Decodable>(_ name: String, as type: Record.Type) throws -> [Record] {
    let decoder = JSONDecoder()
    return try lines(name).map { try decoder.decode(type, from: $0) }
  }

  /// How often each word occurs in a hundred messages.
  func wordDensities() throws -> [String: Double] {
    var counts: [String: Int] = [:]
    let messages = try records("items", as: ItemRecord.self).filter(\.isMessage)
    for message in messages {
      let words = (message.text?.content ?? "").lowercased().split { !$0.isLetter }
      for word in Set(words) { counts[String(word), default: 0] += 1 }
    }
    return counts.mapValues { Double($0) * 100 / Double(messages.count) }
  }
}
