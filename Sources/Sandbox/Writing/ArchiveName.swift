/// The files of an archive.
enum ArchiveName: String, CaseIterable, Sendable {
  case users, conversations, items, labels, flags, favorites, pins

  /// The file's name.
  var file: String { rawValue + ".ndjson" }
}
