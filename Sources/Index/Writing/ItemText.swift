internal import Circuit
internal import SQLite

/// An item's subject and content as they are stored, copied.
///
/// A deleted item's are empty, whatever came with it.
struct ItemText: Equatable {
  var subject: [UInt8]?
  var content: [UInt8]?

  /// The text of `item`, which stands in `batch`.
  init(of item: IncomingItem, in batch: PreparedBatch) {
    let decoded = batch.items[item.index]
    subject = Self.kept(decoded.subject, of: item).array
    content = Self.kept(decoded.content, of: item).array
  }

  /// What is stored of a text of `item`: whether there was one, but for a deleted item no more.
  static func kept(_ text: ByteSpan, of item: IncomingItem) -> ByteSpan {
    ByteSpan(start: text.start, count: item.facts.state == 3 ? 0 : text.count)
  }
}

extension ItemStatements {
  /// Writes the wide rows of items, their texts borrowed from the batches that they came in.
  ///
  /// The content is taken as the batch packed it, where it did and `isPacked` says that it may be.
  func insertTexts(
    of items: some RandomAccessCollection<IncomingItem>,
    in batches: [PreparedBatch],
    isPacked: [Bool]
  ) throws {
    try insertTexts.add(items) { item, row, first in
      let batch = batches[item.batch]
      let decoded = batch.items[item.index]
      try row.bind(item.rowid, at: first)
      try row.bind(item.id, at: first + 1)
      try row.bind(item.form, at: first + 2)
      try row.bind(borrowedText: ItemText.kept(decoded.subject, of: item).bytes, at: first + 3)
      let packed = isPacked[item.batch] && item.facts.state != 3 ? batch.packed(item.index) : []
      if packed.isEmpty {
        try row.bind(borrowedText: ItemText.kept(decoded.content, of: item).bytes, at: first + 4)
      } else {
        try packed.withUnsafeBytes { try row.bind(copiedBytes: $0, at: first + 4) }
      }
      try row.bind(text: item.extra, at: first + 5)
    }
  }
}
