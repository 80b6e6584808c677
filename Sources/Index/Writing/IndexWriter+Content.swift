internal import SQLite

extension IndexWriter {
  /// Keeps the dictionary of a batch's contents in the index.
  ///
  /// - Returns: Whether what is packed with it may be written: not when there is none, or when another process has
  ///   meanwhile given its number to a dictionary of its own.
  /// - Throws: `SQLiteError`.
  func keep(_ dictionary: ContentDictionary?) throws -> Bool {
    guard let dictionary else { return false }
    if let kept, kept.dictionary === dictionary { return kept.isOurs }
    try connection.run(
      "INSERT INTO dictionary(id, bytes) VALUES (?, ?) ON CONFLICT(id) DO NOTHING",
      [.integer(dictionary.id), .blob(dictionary.bytes)]
    )
    let stored = try connection.first(
      "SELECT bytes FROM dictionary WHERE id = ?",
      [.integer(dictionary.id)]
    ) { $0.bytes(at: 0) }
    kept = (dictionary, isOurs: stored == dictionary.bytes)
    return stored == dictionary.bytes
  }
}

extension ContentPacker {
  /// A packer for the index that `connection` writes: it goes on with the latest dictionary.
  ///
  /// - Throws: `SQLiteError`.
  convenience init(connection: Connection) throws {
    let latest = try connection.integer("SELECT max(id) FROM dictionary") ?? 0
    self.init(
      dictionary: latest > 0 ? try ContentDictionary(id: latest, from: connection) : nil,
      nextID: latest + 1
    )
  }
}
