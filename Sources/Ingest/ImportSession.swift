internal import Circuit
internal import Index

/// One run of an import: reads sources one after the other into a writer, and counts.
struct ImportSession {
  let writer: IndexWriter
  let options: ArchiveImport.Options
  let totalBytes: Int?
  private(set) var summary = ImportSummary()
  /// A bad line ended a strict import.
  private(set) var isStopped = false
  private var bytes = 0

  init(writer: IndexWriter, options: ArchiveImport.Options, totalBytes: Int?) {
    self.writer = writer
    self.options = options
    self.totalBytes = totalBytes
  }

  /// Reads one source to its end, or to the first bad line of a strict import.
  mutating func read(
    _ source: ArchiveSource,
    onRejected: (RejectedLine) -> Void,
    onProgress: (ImportProgress) -> Void
  ) throws {
    let pipeline = SourcePipeline(source, isStrict: options.isStrict, for: writer)
    defer { pipeline.cancel() }
    while !isStopped, let delivery = pipeline.next() {
      for record in delivery.rejected {
        try reject(record.bytes, source, line: record.line, reason: record.reason, onRejected)
      }
      switch delivery.content {
      case .failure(let error):
        try writer.commit()
        throw error
      case .items(let batch):
        summary.items += try writer.write(batch)
        summary.repaired += batch.repairedCount
        if writer.uncommitted >= options.commitSize { try writer.commit() }
        pipeline.recycle(batch)
      case .records(let kind, let lines, let firstLine):
        try write(lines, of: kind, source, firstLine: firstLine, onRejected: onRejected)
      }
      bytes += delivery.byteCount
      onProgress(
        ImportProgress(
          source: source.name,
          items: summary.items.total,
          bytes: bytes,
          totalBytes: totalBytes
        )
      )
    }
    try writer.commit()
  }

  /// Writes lines of a kind of record other than items, each by itself.
  private mutating func write(
    _ lines: [UInt8],
    of kind: RecordKind,
    _ source: ArchiveSource,
    firstLine: Int,
    onRejected: (RejectedLine) -> Void
  ) throws {
    let recordWriter = RecordWriter(kind: kind, writer: writer)
    var number = firstLine
    for line in lines.split(separator: 0x0a, omittingEmptySubsequences: false) where !isStopped {
      do {
        if let outcome = try recordWriter.write(line) {
          summary.others[kind, default: WriteCounts()].add(outcome)
        }
      } catch let problem as DecodingProblem {
        try reject(Array(line), source, line: number, reason: problem.description, onRejected)
      }
      number += 1
    }
  }

  /// Sets a line aside.
  ///
  /// A strict import takes what came before it, and no more.
  private mutating func reject(
    _ bytes: [UInt8],
    _ source: ArchiveSource,
    line: Int,
    reason: String,
    _ onRejected: (RejectedLine) -> Void
  ) throws {
    guard !isStopped else { return }
    let isNew = try writer.quarantine(bytes, source: source.name, line: line, reason: reason)
    if isNew { summary.newlyQuarantined += 1 }
    summary.rejected[reason, default: 0] += 1
    onRejected(RejectedLine(source: source.name, line: line, reason: reason))
    if options.isStrict {
      isStopped = true
      summary.stoppedAtBadLine = true
    }
  }
}
