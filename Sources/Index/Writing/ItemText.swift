internal import Circuit
internal import SQLite

/// An item's subject and content as they are stored, copied.
///
/// A deleted item has none, whatever came with it.
struct ItemText: Equatable {
  var subject: [UInt8]?
  var content: [UInt8]?

  /// The text of `item`, which stands in `batch`.
  init(of item: IncomingItem, in batch: PreparedBatch) {
    guard item.facts.state != 3 else { return }
    let decoded = batch.items[item.index]
    subject = decoded.subject.array
    content = decoded.content.array
  }
}

extension ItemStatements {
  /// Writes the wide row of `item`, its text borrowed from `batch`.
  ///
  /// With `isPacked` the content is taken as the batch packed it, where it did.
  func insertText(of item: IncomingItem, in batch: PreparedBatch, isPacked: Bool) throws {
    let row = insertText
    let decoded = batch.items[item.index]
    let isDeleted = item.facts.state == 3
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    try row.bind(item.rowid, at: 1)
    try row.bind(item.id, at: 2)
    try row.bind(item.form, at: 3)
    try row.bind(borrowedText: isDeleted ? none : decoded.subject.bytes, at: 4)
    try row.bind(text: item.extra, at: 6)
    let packed = isPacked && !isDeleted ? batch.packed(item.index) : []
    if packed.isEmpty {
      try row.bind(borrowedText: isDeleted ? none : decoded.content.bytes, at: 5)
      try row.run()
    } else {
      try packed.withUnsafeBytes { bytes in
        try row.bind(borrowedBytes: bytes, at: 5)
        try row.run()
      }
    }
  }
}
