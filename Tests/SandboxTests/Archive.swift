import Foundation
import Sandbox
import TestSupport

/// A synthetic tenant in a folder of its own, which goes when the value does.
final class Archive: Sendable {
  /// Archives that many tests look at and none changes, made once.
  static let plain = Result { try Archive(.init(items: 2_500, seed: 4)) }
  static let large = Result { try Archive(.init(items: 6_000, seed: 8)) }
  static let plainItems = Result { try plain.get().records("items", as: ItemRecord.self) }
  static let largeItems = Result { try large.get().records("items", as: ItemRecord.self) }
  static let odd = Result {
    var plan = SyntheticTenant.Plan(items: 600, seed: 2)
    plan.odd = 0.2
    return try Archive(plan)
  }

  static let names = [
    "users", "conversations", "items", "flags", "labels", "favorites", "pins",
  ]

  let folder: TemporaryFolder
  let summary: SyntheticTenant.Summary

  init(_ plan: SyntheticTenant.Plan, progress: ((Int) -> Void)? = nil) throws {
    folder = try TemporaryFolder()
    summary = try SyntheticTenant(plan: plan).write(to: folder.path, progress: progress)
  }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: "\(name).ndjson"))
  }

  func lines(_ name: String) throws -> [Data] {
    try data(name).split(separator: UInt8(ascii: "\n"))
  }

  func records<Record: Decodable>(_ name: String, as type: Record.Type) throws -> [Record] {
    let decoder = JSONDecoder()
    return try lines(name).map { try decoder.decode(type, from: $0) }
  }

  /// How often each word occurs in a hundred messages.
  static func wordDensities(_ items: [ItemRecord]) -> [String: Double] {
    var counts: [String: Int] = [:]
    let messages = items.filter(\.isMessage)
    for message in messages {
      let words = (message.text?.content ?? "").lowercased().split { !$0.isLetter }
      for word in Set(words) { counts[String(word), default: 0] += 1 }
    }
    return counts.mapValues { Double($0) * 100 / Double(messages.count) }
  }
}
