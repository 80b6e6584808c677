/// Why an archive cannot be imported.
public enum ArchiveError: Error, Sendable, Equatable {
  /// There is nothing at the path.
  case missing(path: String)
  /// The folder or file may not be read.
  case unreadable(path: String)
  /// The folder has no file of the archive format.
  case noArchive(path: String)
  /// What the lines of a file are can be seen neither from its name nor from its first line.
  case unknownKind(path: String)
  /// Reading broke off.
  case broken(path: String, reason: String)
}

extension ArchiveError: CustomStringConvertible {
  /// One line: what is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no file or folder '\(path)'"
    case .unreadable(let path):
      "'\(path)' may not be read; check its permissions"
    case .noArchive(let path):
      "'\(path)' has none of users.ndjson, conversations.ndjson, items.ndjson, flags.ndjson, labels.ndjson, "
        + "favorites.ndjson, pins.ndjson"
    case .unknownKind(let path):
      "what the lines of '\(path)' are is not clear; name the file as the archive does, such as items.ndjson"
    case .broken(let path, let reason):
      "reading '\(path)' broke off: \(reason)"
    }
  }
}
