import Foundation
import TestSupport
import Testing

/// A folder of a test's own with an index in it, gone with the value.
///
///     let place = try Workplace(items: [#"{"itemId":"a", …}"#])
///     try place.trawl("search", "lisbon")
final class Workplace: Sendable {
  private let temporary: TemporaryFolder
  /// The folder.
  var folder: URL { temporary.url }
  /// The index's path.
  var database: String { folder.appending(path: "trawl.db").path }

  /// An empty folder.
  init() throws {
    temporary = try TemporaryFolder()
  }

  /// A folder whose index holds these records, a line each.
  convenience init(
    items: [String],
    users: [String] = [],
    conversations: [String] = [],
    flags: [String] = []
  ) throws {
    try self.init()
    let files = [
      "items": items, "users": users, "conversations": conversations, "flags": flags,
    ]
    for (name, lines) in files where !lines.isEmpty {
      try write("archive/\(name).ndjson", lines.map { $0 + "\n" }.joined())
    }
    let result = try trawl("import", path("archive"))
    try #require(result.status == 0, "\(result.errors)")
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file, and the folders it lies in.
  func write(_ name: String, _ text: String) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// Reads a file.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Runs the built `trawl` on the folder's index.
  func trawl(
    _ words: String...,
    environment: [String: String] = [:],
    input: String = ""
  ) throws -> TrawlProcess.Result {
    try run(words, environment: environment, input: input)
  }

  /// Runs the built `trawl` on the folder's index.
  func run(
    _ words: [String],
    environment: [String: String] = [:],
    input: String = ""
  ) throws -> TrawlProcess.Result {
    try TrawlProcess.run(
      [try TrawlProcess.binary()] + words,
      environment: ["TRAWL_DB": database].merging(environment) { _, given in given },
      input: Data(input.utf8)
    )
  }
}

/// A synthetic tenant and its index, made once for all tests that only read it.
enum Tenant {
  static let place: Workplace = {
    do {
      let place = try Workplace()
      _ = try place.trawl("sandbox", "--write", place.path("archive"), "--items", "1500")
      _ = try place.trawl("import", place.path("archive"))
      made = place.folder.path
      atexit { Tenant.made.map { try? FileManager.default.removeItem(atPath: $0) } }
      return place
    } catch {
      preconditionFailure("the tests' tenant cannot be made: \(error)")
    }
  }()

  nonisolated(unsafe) private static var made: String?

  /// Runs the built `trawl` on the tenant's index.
  static func trawl(
    _ words: String...,
    environment: [String: String] = [:],
    input: String = ""
  ) throws -> TrawlProcess.Result {
    try place.run(words, environment: environment, input: input)
  }

  /// The records of a file of the archive, as Foundation reads them: no code of Trawl's.
  static func records(_ kind: String) throws -> [[String: Any]] {
    try place.read("archive/\(kind).ndjson").split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// The messages: TEXT items that are not deleted, newest first, ties by the greater itemId.
  static func messages() throws -> [[String: Any]] {
    try records("items").filter { item in
      item["type"] as? String == "TEXT" && text(item)["state"] as? String != "DELETED"
    }.sorted { left, right in
      (time(left), id(left)) > (time(right), id(right))
    }
  }

  static func text(_ item: [String: Any]) -> [String: Any] { item["text"] as? [String: Any] ?? [:] }
  static func id(_ item: [String: Any]) -> String { item["itemId"] as? String ?? "" }
  static func time(_ item: [String: Any]) -> Int64 {
    (item["creationTime"] as? NSNumber)?.int64Value ?? 0
  }
}

extension TrawlProcess.Result {
  /// Standard output as a JSON object.
  func object() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
  }

  /// Standard output as a JSON object a line.
  func objects() throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// Standard output as CSV after RFC 4180, the line of names included.
  func csv() -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.unicodeScalars.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  /// Standard output by its lines.
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}
