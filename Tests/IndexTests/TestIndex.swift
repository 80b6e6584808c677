import Circuit
import Foundation
import SQLite
import TestSupport
import Text

@testable import Index

/// An index in a folder of its own, and short ways to fill and read it.
final class TestIndex {
  let path: String
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("t.db")
  }

  /// Writes lines of items, in batches of `size`, all in one run.
  @discardableResult
  func write(
    _ lines: [String],
    batchesOf size: Int = .max,
    now: Int64 = 1,
    languages: Languages? = nil
  ) throws -> WriteCounts {
    let writer = try IndexWriter(
      path: path,
      run: .init(command: "test", source: "test", started: now),
      languages: languages
    )
    var counts = WriteCounts()
    for start in stride(from: 0, to: lines.count, by: min(size, max(lines.count, 1))) {
      let batch = PreparedBatch(packer: writer.packer, languages: writer.languages)
      for line in lines[start..<min(lines.count, start + min(size, lines.count))] {
        batch.decode(line)
      }
      batch.prepare()
      counts += try writer.write(batch)
    }
    try writer.finish(counts, quarantined: 0, finished: now)
    return counts
  }

  /// A writer of an ingest that began at `now`.
  func writer(at now: Int64) throws -> IndexWriter {
    try IndexWriter(
      path: path,
      run: .init(command: "ingest", source: "test", started: now, isLive: true)
    )
  }

  /// Writes other records.
  func mark(_ body: (IndexWriter) throws -> Void) throws {
    let writer = try IndexWriter(
      path: path,
      run: .init(command: "test", source: "test", started: 1)
    )
    try body(writer)
    try writer.finish(WriteCounts(), quarantined: 0, finished: 1)
  }

  func reader() throws -> Connection { try Store.reader(at: path) }

  func integer(_ sql: String) throws -> Int64? { try reader().integer(sql) }

  /// Item ids that hold `word`, in order of rowid.
  func matches(_ word: String) throws -> [String] {
    try reader().rows(
      """
      SELECT t.item_id FROM item_fts f JOIN item_text t ON t.id = f.rowid
      WHERE item_fts MATCH ? ORDER BY f.rowid
      """,
      [.text("\"\u{1}\(word)\"")]
    ) { WireID($0, at: 0).text }
  }

  /// What is wrong by `trawl check`.
  func problems() throws -> [String] {
    try IndexCheck(path: path).run().flatMap { result in
      result.problems.map { "\(result.name): \($0)" }
    }
  }

  /// Everything in the index but what tells when and how it came: for comparing two indexes.
  func contents() throws -> [String] {
    let connection = try reader()
    let queries = [
      "SELECT hex(t.item_id), i.creator, i.kind, i.state, i.question, coalesce(i.created, i.id >> 3), i.modified, i.likes, i.files, t.form, t.subject, t.content, t.extra, h.head_item_id FROM item i JOIN item_text t ON t.id = i.id LEFT JOIN thread h ON h.id = i.thread ORDER BY 1",
      "SELECT hex(t.item_id), u.user_id, l.gone_run IS NULL FROM item_like l JOIN item_text t ON t.id = l.item JOIN user u ON u.id = l.user ORDER BY 1, 2",
      "SELECT hex(t.item_id), a.* FROM attachment a JOIN item_text t ON t.id = a.item ORDER BY 1, a.ordinal",
      "SELECT * FROM quarter_hourly ORDER BY 1",
      "SELECT hex(head_item_id), replies, head IS NULL FROM thread ORDER BY 1",
    ]
    return try queries.flatMap { sql in
      try connection.rows(sql) { row in
        (0..<row.count).map { String(describing: row.value(at: $0)) }.joined(separator: "|")
      }
    }
  }
}

extension PreparedBatch {
  /// Decodes one line.
  func decode(_ line: String) {
    Array(line.utf8).withUnsafeBytes { items.decode(line: $0, number: 1) }
  }
}

/// A message's line.
func message(
  _ id: String,
  at time: Int64,
  modified: Int64? = nil,
  by creator: String = "ana",
  in conversation: String = "room",
  _ content: String = "hello",
  state: String = "CREATED",
  parent: String? = nil,
  likes: [String] = [],
  more: String = ""
) -> String {
  let parentMember = parent.map { #","parentId":"\#($0)""# } ?? ""
  let likers = likes.map { "\"\($0)\"" }.joined(separator: ",")
  let likesMember = likes.isEmpty ? "" : #","likedUserIds":[\#(likers)]"#
  return #"""
    {"itemId":"\#(id)","convId":"\#(conversation)","type":"TEXT","creatorId":"\#(creator)","creationTime":\#(time),"modificationTime":\#(modified ?? time),"text":{"content":"\#(content)","contentType":"PLAIN","state":"\#(state)"\#(parentMember)\#(likesMember)}\#(more)}
    """#
}
