internal import Circuit
internal import Foundation
internal import Index

/// Reads a source on a thread of its own; items are decoded and their words made there too.
final class SourcePipeline: Sendable {
  /// A line that could not be taken.
  struct Rejected: Sendable {
    var line: Int
    var reason: String
    var bytes: [UInt8]
  }

  /// What the reading thread hands over.
  enum Content: Sendable {
    /// Items, ready to be written.
    case items(PreparedBatch)
    /// Lines of another kind of record, with the first one's number.
    case records(RecordKind, [UInt8], firstLine: Int)
    /// Reading broke off.
    case failure(ArchiveError)
  }

  struct Delivery: Sendable {
    var content: Content
    var rejected: [Rejected] = []
    var byteCount = 0
  }

  /// Items to a batch: large enough that sorting by rowid pays, small enough that four fit in some tens of MB.
  private static let batchSize = 8_192
  private static let batchBytes = 8 << 20
  /// Batches that are being read, wait, and are being written.
  private static let batches = 4

  private let source: ArchiveSource
  private let isStrict: Bool
  private let ready = Pipe<Delivery>(capacity: batches - 1)
  private let empty = Pipe<PreparedBatch>(capacity: batches)

  /// Starts reading for `writer`; a strict one hands over no item behind a bad line.
  init(_ source: ArchiveSource, isStrict: Bool, for writer: IndexWriter) {
    self.source = source
    self.isStrict = isStrict
    for _ in 0..<Self.batches {
      _ = empty.send(PreparedBatch(packer: writer.packer, languages: writer.languages))
    }
    let thread = Thread { [self] in
      do {
        try read()
      } catch let error as ReadingError {
        fail(.broken(path: self.source.name, reason: error.description))
      } catch {
        fail(error as? ArchiveError ?? .unknownKind(path: self.source.name))
      }
      ready.end()
    }
    // The HTML parser recurses, to a bounded depth.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// What comes next, or nil at the end.
  func next() -> Delivery? { ready.receive() }

  /// Gives a batch back to be filled again.
  func recycle(_ batch: PreparedBatch) { _ = empty.send(batch) }

  /// Stops reading.
  func cancel() {
    ready.cancel()
    empty.cancel()
  }

  private func fail(_ error: ArchiveError) {
    _ = ready.send(Delivery(content: .failure(error)))
  }

  private func read() throws {
    let reader =
      try source.path.map { path throws(ReadingError) in try LineReader(path: path) }
      ?? LineReader(descriptor: 0)
    var chunk = try reader.next()
    if source.kind == nil {
      // Blank lines say nothing.
      while let lines = chunk, Self.isBlank(lines) { chunk = try reader.next() }
    }
    guard let first = chunk else { return }
    guard let kind = source.kind ?? Self.kind(of: first) else {
      throw ArchiveError.unknownKind(path: source.name)
    }
    while let lines = chunk {
      if kind == .items {
        guard try readItems(from: lines, then: reader) else { return }
      } else {
        let records = Content.records(kind, Array(lines.bytes), firstLine: lines.firstLine)
        let delivery = Delivery(
          content: records,
          rejected: lines.tooLong.map { Self.kept($0) },
          byteCount: lines.bytes.count
        )
        guard ready.send(delivery) else { return }
      }
      chunk = try reader.next()
    }
  }

  /// Fills one batch from `first` and what follows; false when nobody wants it any more.
  private func readItems(from first: LineChunk, then reader: LineReader) throws -> Bool {
    guard let batch = empty.receive() else { return false }
    batch.reset()
    var delivery = Delivery(content: .items(batch))
    var known = 0
    var chunk: LineChunk? = first
    while let lines = chunk {
      batch.items.decode(lines)
      // The refused lines lie in the chunk, which the next read overwrites.
      let rejected = batch.items.rejected
      delivery.rejected += (lines.tooLong + rejected[known...]).map { Self.kept($0) }
      known = rejected.count
      delivery.byteCount += lines.bytes.count
      guard batch.items.count < Self.batchSize, delivery.byteCount < Self.batchBytes else { break }
      chunk = try reader.next()
    }
    batch.prepare(before: isStrict ? delivery.rejected.map(\.line).min() ?? .max : .max)
    return ready.send(delivery)
  }

  private static func kept(_ record: RejectedRecord) -> Rejected {
    Rejected(
      line: record.line,
      reason: record.problem.description,
      bytes: Array(record.bytes.bytes)
    )
  }

  private static func isBlank(_ chunk: LineChunk) -> Bool {
    chunk.tooLong.isEmpty && chunk.bytes.allSatisfy { $0 <= 0x20 }
  }

  /// The kind of the first line that is not blank.
  private static func kind(of chunk: LineChunk) -> RecordKind? {
    chunk.bytes.split(separator: 0x0a).lazy
      .filter { line in line.contains { $0 > 0x20 } }
      .first.flatMap { RecordKind(line: $0) }
  }
}
