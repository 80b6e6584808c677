internal import Circuit
internal import SQLite

/// Where a field of an item lies in the buffer it is encoded from.
struct FieldPlace {
  var range: Range<Int>

  func span(in fields: UnsafeBufferPointer<UInt8>) -> ByteSpan {
    ByteSpan(UnsafeBufferPointer(rebasing: fields[range]))
  }
}

extension FieldPlace? {
  func span(in fields: UnsafeBufferPointer<UInt8>) -> ByteSpan { self?.span(in: fields) ?? .absent }
}

/// Where the texts of an item lie.
struct ItemPlaces {
  var itemId: FieldPlace
  var convId: FieldPlace?
  var creatorId: FieldPlace?
  var type: FieldPlace?
  var parentId: FieldPlace?
  var subject: FieldPlace?
  var content: FieldPlace?
  var remainder: FieldPlace?
  var likes: [FieldPlace]
  var files: [FilePlaces]
}

/// Where the texts of an attachment lie, and its numbers.
struct FilePlaces {
  var fileId: FieldPlace?
  var fileName: FieldPlace?
  var mimeType: FieldPlace?
  var url: FieldPlace?
  var deleteUrl: FieldPlace?
  var creatorId: FieldPlace?
  var itemId: FieldPlace?
  var remainder: FieldPlace?
  var size: Int64?
  var creationTime: Int64?
  var modificationTime: Int64?

  func attachment(in fields: UnsafeBufferPointer<UInt8>) -> Attachment {
    var file = Attachment()
    file.fileId = fileId.span(in: fields)
    file.fileName = fileName.span(in: fields)
    file.mimeType = mimeType.span(in: fields)
    file.url = url.span(in: fields)
    file.deleteUrl = deleteUrl.span(in: fields)
    file.creatorId = creatorId.span(in: fields)
    file.itemId = itemId.span(in: fields)
    file.remainder = remainder.span(in: fields)
    file.size = size
    file.creationTime = creationTime
    file.modificationTime = modificationTime
    return file
  }
}

extension Item {
  /// Takes the texts.
  mutating func takeFields(of places: ItemPlaces, in fields: UnsafeBufferPointer<UInt8>) {
    convId = places.convId.span(in: fields)
    creatorId = places.creatorId.span(in: fields)
    type = places.type.span(in: fields)
    parentId = places.parentId.span(in: fields)
    subject = places.subject.span(in: fields)
    content = places.content.span(in: fields)
    remainder = places.remainder.span(in: fields)
  }

  /// Takes the numbers of `StoredItemEncoder`'s row; a time that no column could hold stands in the remainder.
  mutating func takeColumns(of row: Row) {
    let form = ItemForm(rawValue: row.integer(at: 12))
    let time = row.integer(at: 8)
    state = [1: .created, 2: .edited, 3: .deleted][row.integer(at: 5)] ?? .absent
    isWebhookMessage = row.integer(at: 6) != 0 ? true : form.saysNoWebhook ? false : nil
    creationTime = form.hasFallbackTime ? nil : time
    modificationTime = row.optionalInteger(at: 9).map { time + $0 }
    contentType = [1: .plain, 2: .rich][form.contentType] ?? .absent
    includeInUnreadCount = [1: false, 2: true][form.includeInUnread]
    isKindInferred = form.isKindInferred
  }
}

extension Item.Kind {
  /// The kind that `item.kind` stands for.
  init(stored value: Value) {
    self = [.integer(0): .text, .integer(1): .system, .integer(2): .rtc][value] ?? .other
  }
}
