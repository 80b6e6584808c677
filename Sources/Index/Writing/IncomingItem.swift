internal import Circuit
internal import SQLite

/// An item of a batch on its way into the index, its references resolved to dense ids.
struct IncomingItem {
  /// Its place in its batch.
  var index: Int
  /// Its batch's place among those that are written together.
  var batch = 0
  var id: WireID
  var facts: ItemFacts
  var form: Int64
  /// The JSON remainder; where it borrows from the batch is decided when it is written.
  var extra: [UInt8]?
  var likes: [Int64]
  var attachments: [StoredAttachment]
  var rowid: Int64 = 0

  /// What the age of a version goes by: its modificationTime, else its time.
  var version: Int64 { facts.modified ?? facts.time }
}

extension ItemKind {
  init(_ item: Item) {
    switch item.kind {
    case .text: self = .text
    case .system: self = .system
    case .rtc: self = .rtc
    case .other: self = .other(item.type.string ?? "")
    }
  }
}
