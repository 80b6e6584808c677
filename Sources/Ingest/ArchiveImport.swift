internal import Circuit
internal import Foundation
internal import Index
public import Text

/// Brings archives into an index: decoding and analysing on one thread, writing on the caller's.
///
/// Importing again changes nothing. What a kill cuts off the next import brings: lines are committed in order, some
/// hundred thousand at a time.
public struct ArchiveImport {
  /// How to import.
  public struct Options: Sendable {
    /// Stop at the first line that cannot be taken.
    public var isStrict = false
    /// The languages whose stems are to stand beside the words; nil for those the index has.
    public var languages: Languages?
    /// Items to a commit.
    public var commitSize = 196_608

    /// The defaults.
    public init() {}
  }

  private let sources: [ArchiveSource]
  private let options: Options
  private let run: IndexWriter.Run

  /// Prepares an import.
  ///
  /// - Parameters:
  ///   - paths: Folders, files, or `-` for standard input.
  ///   - options: How to import.
  ///   - started: Now, ms since 1970 UTC: when the archive was looked at.
  /// - Throws: `ArchiveError` for a path that is no archive; nothing has been written then.
  public init(paths: [String], options: Options = Options(), started: Int64) throws {
    sources = try ArchiveSource.sources(of: paths)
    self.options = options
    run = IndexWriter.Run(
      command: "import",
      source: paths.joined(separator: " "),
      started: started
    )
  }

  /// Imports into the index at `path`, which is made if there is none.
  ///
  /// - Parameters:
  ///   - path: The index's file; its folder must exist.
  ///   - onRejected: Told of each line that could not be taken.
  ///   - onProgress: Told how far the import is, some times a second.
  /// - Returns: What was done.
  /// - Throws: `IndexError`, `SQLiteError`, or `ArchiveError` when reading breaks off; what was committed stays.
  public func run(
    into path: String,
    onRejected: (RejectedLine) -> Void = { _ in },
    onProgress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportSummary {
    let clock = ContinuousClock()
    let begin = clock.now
    let writer = try IndexWriter(path: path, run: run, languages: options.languages)
    var session = ImportSession(
      writer: writer,
      options: options,
      totalBytes: sources.allSatisfy { $0.byteCount != nil }
        ? sources.reduce(0) { $0 + ($1.byteCount ?? 0) } : nil
    )
    for source in sources where !session.isStopped {
      try session.read(source, onRejected: onRejected, onProgress: onProgress)
    }
    var summary = session.summary
    let elapsed = clock.now - begin
    summary.elapsedMilliseconds =
      elapsed.components.seconds * 1_000 + elapsed.components.attoseconds / 1_000_000_000_000_000
    try writer.finish(
      summary.items,
      quarantined: summary.rejectedCount,
      finished: run.started + summary.elapsedMilliseconds
    )
    return summary
  }
}
