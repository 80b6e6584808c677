internal import SQLite
internal import Text

/// What the open transaction changes in the full-text index, applied at its end in order of rowid.
///
/// FTS5 writes a segment out at every rowid that descends, so items of many batches are sorted together.
struct WordChanges {
  /// The words of a batch, taken from it.
  struct Words {
    var tokens: TokenStream
    var terms: [UInt8]
  }

  private struct Insertion {
    var words: PreparedBatch.Words
    var batch: Int
    var conversation: Int64
    var creator: Int64
  }

  private struct Deletion {
    var subject: [UInt8]?
    var content: [UInt8]?
    var terms: [UInt8]?
  }

  private enum Change {
    case insertion(Int)
    case deletion(Int)
  }

  /// Changes with their rowids, in the order in which they were made: an item may be written, changed and written
  /// again in one transaction.
  private var changes: [(rowid: Int64, change: Change)] = []
  private var insertions: [Insertion] = []
  private var deletions: [Deletion] = []
  private var batches: [Words] = []
  /// Bytes of words held.
  private(set) var byteCount = 0
  /// How many items have words to be added or to go.
  var count: Int { changes.count }
  /// Whether words are only added.
  var isAddition: Bool { deletions.isEmpty }

  /// The words of `item` are to be added; they stand in one of the batches that `add(_:)` takes next, by the item's
  /// place of its batch.
  mutating func insert(_ item: IncomingItem, words: PreparedBatch.Words) {
    changes.append((item.rowid, .insertion(insertions.count)))
    insertions.append(
      Insertion(
        words: words,
        batch: batches.count + item.batch,
        conversation: item.facts.conversation,
        creator: item.facts.creator
      )
    )
  }

  /// The words of the item at `rowid` are to go: reads them now, while its rows still are as they were indexed.
  mutating func delete(_ rowid: Int64, with statements: ItemStatements) throws {
    let words = statements.indexedWords
    try words.bind(rowid, at: 1)
    defer { words.reset() }
    guard try words.step() else { return }
    changes.append((rowid, .deletion(deletions.count)))
    deletions.append(
      Deletion(
        subject: words.row.bytes(at: 0),
        content: words.row.bytes(at: 1),
        terms: words.row.bytes(at: 2)
      )
    )
  }

  /// Takes the words of a batch whose items have been gone through.
  mutating func add(_ words: Words) {
    batches.append(words)
    byteCount += words.tokens.byteCount + words.terms.count
  }

  /// Applies all changes and forgets them.
  mutating func apply(with statements: WordStatements, tokenizer: IndexTokenizer) throws {
    let order = changes.indices.sorted { (changes[$0].rowid, $0) < (changes[$1].rowid, $1) }
    var terms: [UInt8] = []
    for place in order {
      let rowid = changes[place].rowid
      switch changes[place].change {
      case .deletion(let index): try delete(deletions[index], at: rowid, with: statements)
      case .insertion(let index):
        let insertion = insertions[index]
        let words = batches[insertion.batch]
        Self.write(insertion, words.terms, into: &terms)
        tokenizer.replay(
          words.tokens,
          subject: insertion.words.subject,
          content: insertion.words.content
        )
        try insert(insertion, terms: terms, at: rowid, with: statements)
      }
    }
    tokenizer.forget()
    self = WordChanges()
  }

  private func delete(
    _ deletion: Deletion,
    at rowid: Int64,
    with statements: WordStatements
  ) throws {
    let row = statements.delete
    try row.bind(rowid, at: 1)
    try row.bind(text: deletion.subject, at: 2)
    try row.bind(text: deletion.content, at: 3)
    try row.bind(text: deletion.terms, at: 4)
    try row.run()
  }

  /// Adds an item's words: subject and content by replay of tokens made already, the terms as ready text.
  private func insert(
    _ insertion: Insertion,
    terms: [UInt8],
    at rowid: Int64,
    with statements: WordStatements
  ) throws {
    let row = statements.insert
    let words = insertion.words
    try row.bind(rowid, at: 1)
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
      try row.run()
    }
  }

  /// Writes an item's term list: the conversation and the sender, then what the batch has.
  private static func write(_ insertion: Insertion, _ rest: [UInt8], into terms: inout [UInt8]) {
    terms.removeAll(keepingCapacity: true)
    terms.append(IndexTokenizer.ready)
    terms.append(contentsOf: ScopeTerm.conversation(insertion.conversation))
    terms.append(UInt8(ascii: " "))
    terms.append(contentsOf: ScopeTerm.sender(insertion.creator))
    if !insertion.words.terms.isEmpty {
      terms.append(UInt8(ascii: " "))
      terms.append(contentsOf: rest[insertion.words.terms])
    }
  }
}
