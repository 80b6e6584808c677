internal import Circuit
internal import Foundation

/// A kind of record of the archive format, in the order in which a folder's files are read: who and where before
/// what, and marks on items last.
public enum RecordKind: String, Sendable, CaseIterable {
  /// Users, one a line.
  case users
  /// Conversations with their participants.
  case conversations
  /// ConversationItems.
  case items
  /// Flags: a person on an item.
  case flags
  /// A person's labels and the conversations they are on.
  case labels
  /// A person's favourite conversations.
  case favorites
  /// Items pinned in conversations.
  case pins

  /// The file of an archive that holds such records.
  var fileName: String { rawValue + ".ndjson" }

  /// The kind a file's name says: `items.ndjson`, `items-2026.ndjson`.
  init?(fileName: String) {
    let stem = fileName.lowercased().prefix { $0.isLetter }
    self.init(rawValue: String(stem))
  }

  /// The kind of the record on a line, by the keys it has.
  init?(line: some Collection<UInt8>) {
    let text = String(decoding: line.prefix(1 << 20), as: UTF8.self)
    func has(_ key: String) -> Bool { text.contains("\"\(key)\"") }
    if has("pinnedTime") {
      self = .pins
    } else if has("labelId") {
      self = .labels
    } else if has("itemId") || has("conversationItemId") {
      self = has("userId") && !has("type") ? .flags : .items
    } else if has("convId") {
      self = has("userId") && !has("type") ? .favorites : .conversations
    } else if has("userId") {
      self = .users
    } else {
      return nil
    }
  }
}

/// A file of an archive, or standard input.
struct ArchiveSource: Sendable {
  /// What messages call it: the path as given, or "standard input".
  var name: String
  /// The path, or nil for standard input.
  var path: String?
  /// What its lines are; nil: to be seen from its first line.
  var kind: RecordKind?
  /// Bytes, where known.
  var byteCount: Int?

  /// The files that the paths of a command line stand for.
  ///
  /// - Throws: `ArchiveError` for a path that is not there, or a folder without a file of the format.
  static func sources(of paths: [String]) throws -> [ArchiveSource] {
    try paths.flatMap { path in
      if path == "-" { return [ArchiveSource(name: "standard input", path: nil)] }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw ArchiveError.missing(path: path)
      }
      return isFolder.boolValue ? try files(inFolder: path) : [file(at: path)]
    }
  }

  private static func file(at path: String) -> ArchiveSource {
    let name = URL(fileURLWithPath: path).lastPathComponent
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    let isRegular = facts?[.type] as? FileAttributeType == .typeRegular
    return ArchiveSource(
      name: path,
      path: path,
      kind: RecordKind(fileName: name),
      byteCount: isRegular ? (facts?[.size] as? NSNumber)?.intValue : nil
    )
  }

  private static func files(inFolder folder: String) throws -> [ArchiveSource] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw ArchiveError.unreadable(path: folder)
    }
    let sources = names.sorted().filter { $0.hasSuffix(".ndjson") }
      .map { file(at: folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)") }
      .filter { $0.kind != nil }
    guard !sources.isEmpty else { throw ArchiveError.noArchive(path: folder) }
    return RecordKind.allCases.flatMap { kind in sources.filter { $0.kind == kind } }
  }
}
