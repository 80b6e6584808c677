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
  /// Writes the wide row of `item`, its text borrowed from `batch`.
  ///
  /// With `isPacked` the content is taken as the batch packed it, where it did.
  func insertText(of item: IncomingItem, in batch: PreparedBatch, isPacked: Bool) throws {
    let row = insertText
    let decoded = batch.items[item.index]
    try row.bind(item.rowid, at: 1)
    try row.bind(item.id, at: 2)
    try row.bind(item.form, at: 3)
    try row.bind(borrowedText: ItemText.kept(decoded.subject, of: item).bytes, at: 4)
    try row.bind(text: item.extra, at: 6)
    let packed = isPacked && item.facts.state != 3 ? batch.packed(item.index) : []
    if packed.isEmpty {
      try row.bind(borrowedText: ItemText.kept(decoded.content, of: item).bytes, at: 5)
      try row.run()
    } else {
      try packed.withUnsafeBytes { bytes in
        try row.bind(borrowedBytes: bytes, at: 5)
        try row.run()
      }
    }
  }
}
