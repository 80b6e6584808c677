internal import Circuit
internal import Index

/// Decodes lines of one kind of record, other than items, and writes them.
struct RecordWriter {
  private let writeLine: (UnsafeRawBufferPointer) throws -> WriteOutcome?

  init(kind: RecordKind, writer: IndexWriter) {
    switch kind {
    case .users: writeLine = Self.lines(of: User.self) { try writer.write($0) }
    case .conversations: writeLine = Self.lines(of: Conversation.self) { try writer.write($0) }
    case .flags: writeLine = Self.lines(of: FlagRecord.self) { try writer.write($0) }
    case .labels: writeLine = Self.lines(of: LabelRecord.self) { try writer.write($0) }
    case .favorites: writeLine = Self.lines(of: FavoriteRecord.self) { try writer.write($0) }
    case .pins: writeLine = Self.lines(of: PinRecord.self) { try writer.write($0) }
    // Items go through `SourcePipeline`, prepared in batches.
    case .items: writeLine = { _ in nil }
    }
  }

  /// Writes one line; nil for a blank one.
  ///
  /// - Throws: `DecodingProblem` for a line that is no such record, else what the writer throws.
  func write(_ line: ArraySlice<UInt8>) throws -> WriteOutcome? {
    try line.withUnsafeBytes { try writeLine($0) }
  }

  private static func lines<Record: ArchiveRecord>(
    of type: Record.Type,
    _ write: @escaping (Record) throws -> WriteOutcome
  ) -> (UnsafeRawBufferPointer) throws -> WriteOutcome? {
    let decoder = RecordDecoder<Record>()
    return { line in try decoder.decode(line: line).map { try write($0) } }
  }
}
