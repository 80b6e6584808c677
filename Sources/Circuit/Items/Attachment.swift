internal import CSimdjson

/// An Attachment of an item, with a remainder by the same rule as an item's.
public struct Attachment {
  /// The file's identifier.
  public var fileId: ByteSpan = .absent
  /// The file's name.
  public var fileName: ByteSpan = .absent
  /// The file's MIME type.
  public var mimeType: ByteSpan = .absent
  /// Where the file can be fetched.
  public var url: ByteSpan = .absent
  /// Where the file can be deleted.
  public var deleteUrl: ByteSpan = .absent
  /// Who added it.
  public var creatorId: ByteSpan = .absent
  /// The item that it belongs to.
  public var itemId: ByteSpan = .absent
  /// The JSON object of everything else; absent if there is nothing else.
  public var remainder: ByteSpan = .absent
  /// The file's size in bytes.
  public var size: Int64?
  /// When it was added, in milliseconds since 1970 UTC.
  public var creationTime: Int64?
  /// When it last changed, in milliseconds since 1970 UTC.
  public var modificationTime: Int64?

  /// An attachment of which everything is absent, to be filled in for encoding.
  public init() {}

  init(_ attachment: csj_attachment) {
    fileId = ByteSpan(attachment.file_id)
    fileName = ByteSpan(attachment.file_name)
    mimeType = ByteSpan(attachment.mime_type)
    url = ByteSpan(attachment.url)
    deleteUrl = ByteSpan(attachment.delete_url)
    creatorId = ByteSpan(attachment.creator_id)
    itemId = ByteSpan(attachment.item_id)
    remainder = ByteSpan(attachment.remainder)
    size = integer(attachment.size)
    creationTime = integer(attachment.creation_time)
    modificationTime = integer(attachment.modification_time)
  }
}
