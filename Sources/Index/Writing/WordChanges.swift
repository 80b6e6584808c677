internal import Circuit
internal import SQLite

/// An item's subject and content as they are stored, copied.
struct ItemText: Equatable {
  var subject: [UInt8]?
  var content: [UInt8]?
}

/// What a batch changes in the full-text index, applied at its end in order of rowid: FTS5 writes a segment out at
/// every rowid that descends.
struct WordChanges {
  private struct Deletion {
    var rowid: Int64
    var subject: [UInt8]?
    var content: [UInt8]?
    var terms: [UInt8]?
  }

  private struct Insertion {
    var rowid: Int64
    var index: Int
    var conversation: Int64
    var creator: Int64
  }

  let batch: PreparedBatch
  /// Rowids given to items that move within this batch.
  var pendingRowids: Set<Int64> = []
  private var deletions: [Deletion] = []
  private var insertions: [Insertion] = []

  init(batch: PreparedBatch) { self.batch = batch }

  /// The words of `item` are to be added.
  mutating func insert(_ item: IncomingItem) {
    insertions.append(
      Insertion(
        rowid: item.rowid,
        index: item.index,
        conversation: item.facts.conversation,
        creator: item.facts.creator
      )
    )
  }

  /// The words of the item at `rowid` are to go: reads them now, while its rows still are as they were indexed.
  mutating func delete(_ rowid: Int64, with writer: IndexWriter) throws {
    let words = writer.statements.indexedWords
    try words.bind(rowid, at: 1)
    defer { words.reset() }
    guard try words.step() else { return }
    deletions.append(
      Deletion(
        rowid: rowid,
        subject: words.row.bytes(at: 0),
        content: words.row.bytes(at: 1),
        terms: words.row.bytes(at: 2)
      )
    )
  }

  /// The subject and content of `item` as they are stored: a deleted item has none.
  func batchText(of item: IncomingItem) -> ItemText {
    guard item.facts.state != 3 else { return ItemText() }
    let decoded = batch.items[item.index]
    return ItemText(subject: decoded.subject.array, content: decoded.content.array)
  }

  /// Writes the wide row of `item`.
  func insertText(of item: IncomingItem, with writer: IndexWriter) throws {
    let row = writer.statements.insertText
    let decoded = batch.items[item.index]
    let isDeleted = item.facts.state == 3
    try row.bind(item.rowid, at: 1)
    try row.bind(item.id, at: 2)
    try row.bind(item.form, at: 3)
    try row.bind(
      borrowedText: isDeleted ? .init(start: nil, count: 0) : decoded.subject.bytes,
      at: 4
    )
    try row.bind(
      borrowedText: isDeleted ? .init(start: nil, count: 0) : decoded.content.bytes,
      at: 5
    )
    try row.bind(text: item.extra, at: 6)
    try row.run()
  }

  /// Applies the changes.
  mutating func apply(with writer: IndexWriter) throws {
    deletions.sort { $0.rowid < $1.rowid }
    insertions.sort { $0.rowid < $1.rowid }
    try writer.tokenizer.replaying(batch.tokens) {
      var next = 0
      var terms: [UInt8] = []
      for insertion in insertions {
        while next < deletions.count, deletions[next].rowid <= insertion.rowid {
          try delete(deletions[next], with: writer)
          next += 1
        }
        try insert(insertion, terms: &terms, with: writer)
      }
      for deletion in deletions[next...] { try delete(deletion, with: writer) }
    }
  }

  private func delete(_ deletion: Deletion, with writer: IndexWriter) throws {
    let row = writer.statements.deleteWords
    try row.bind(deletion.rowid, at: 1)
    try row.bind(text: deletion.subject, at: 2)
    try row.bind(text: deletion.content, at: 3)
    try row.bind(text: deletion.terms, at: 4)
    try row.run()
  }

  /// Adds an item's words: subject and content by replay of tokens made already, the terms as ready text.
  private func insert(
    _ insertion: Insertion,
    terms: inout [UInt8],
    with writer: IndexWriter
  ) throws {
    let words = batch.words[insertion.index]
    terms.removeAll(keepingCapacity: true)
    terms.append(IndexTokenizer.ready)
    terms.append(contentsOf: ScopeTerm.conversation(insertion.conversation))
    terms.append(UInt8(ascii: " "))
    terms.append(contentsOf: ScopeTerm.sender(insertion.creator))
    if !words.terms.isEmpty {
      terms.append(UInt8(ascii: " "))
      terms.append(contentsOf: batch.terms[words.terms])
    }
    let row = writer.statements.insertWords
    try row.bind(insertion.rowid, at: 1)
    try row.bind(
      borrowedText: IndexTokenizer.mark(ofColumn: words.subject.isEmpty ? nil : 0),
      at: 2
    )
    try row.bind(
      borrowedText: IndexTokenizer.mark(ofColumn: words.content.isEmpty ? nil : 1),
      at: 3
    )
    try terms.withUnsafeBufferPointer { terms in
      try row.bind(borrowedText: terms, at: 4)
      writer.tokenizer.replay(subject: words.subject, content: words.content)
      try row.run()
    }
  }
}
