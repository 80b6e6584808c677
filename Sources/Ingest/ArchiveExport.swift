internal import Circuit
public import Index
internal import Output

/// Writes an index back as an archive: a folder of files with a JSON object a line.
public struct ArchiveExport {
  /// What an export wrote.
  public struct Summary: Sendable, Equatable {
    /// Records written, by kind.
    public var records: [RecordKind: Int] = [:]
    /// Items left out because they vanished from the platform.
    public var goneItems = 0
    /// Bytes written.
    public var byteCount = 0
  }

  private let export: IndexExport

  /// Opens the index at `path`; what is written is of this moment.
  ///
  /// - Parameters:
  ///   - path: The index's file.
  ///   - fields: Which fields to write.
  /// - Throws: `IndexError`, or `SQLiteError`.
  public init(of path: String, fields: IndexExport.FieldChoice = .all) throws {
    export = try IndexExport(path: path, fields: fields)
  }

  /// Writes the archive's files, each of which appears when it is whole; files of that name are replaced.
  ///
  /// - Parameters:
  ///   - folder: Where to, a folder that is there.
  ///   - onProgress: Told of the items written and of how many there are, some times a second.
  /// - Returns: What was written.
  /// - Throws: `OutputError`, `SQLiteError`, or `EncodingProblem` for a damaged record.
  public func write(
    to folder: String,
    onProgress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Summary {
    var summary = Summary()
    let total = try export.itemCount()
    summary.goneItems = try export.goneCount()
    for kind in RecordKind.allCases {
      let file = try AtomicFile(path: "\(folder)/\(kind.fileName)")
      var count = 0
      try lines(of: kind) { line in
        try file.write(line)
        try file.write([UInt8(ascii: "\n")])
        count += 1
        summary.byteCount += line.count + 1
        if kind == .items, count % 4_096 == 0 { onProgress(count, total) }
      }
      try file.commit()
      summary.records[kind] = count
    }
    return summary
  }

  private func lines(of kind: RecordKind, _ body: ([UInt8]) throws -> Void) throws {
    switch kind {
    case .users: try export.users(body)
    case .conversations: try export.conversations(body)
    case .items: try export.items(body)
    case .flags: try export.flags(body)
    case .labels: try export.labels(body)
    case .favorites: try export.favorites(body)
    case .pins: try export.pins(body)
    }
  }
}
