internal import CSimdjson

/// A ConversationItem as flat fields that point into the batch that decoded it, or into any other
/// memory when it is to be encoded.
///
/// What the fields cannot say exactly stands in `remainder`, a JSON object nested as the source was:
/// unknown fields, `system`, `rtc`, `preview`, `formMetaData`, and known fields with a value of
/// another kind (`null`, a fraction, an empty list, a lone surrogate). The source is the fields
/// merged with the remainder, the remainder winning: see `ItemEncoder`.
public struct Item {
  /// What an item is.
  public enum Kind: UInt8, Sendable {
    /// A type that this version does not know.
    case other
    /// A message.
    case text
    /// A change of the conversation itself.
    case system
    /// A call.
    case rtc
  }

  /// How a message's content is written.
  public enum ContentType: UInt8, Sendable {
    /// The API said none.
    case absent
    /// Plain text.
    case plain
    /// A small HTML: see `RichText`.
    case rich
    /// One that this version does not know; the remainder has it.
    case other
  }

  /// What has happened to a message.
  public enum State: UInt8, Sendable {
    /// The API said nothing.
    case absent
    /// It is as it was written.
    case created
    /// It was changed.
    case edited
    /// Its content is gone.
    case deleted
    /// One that this version does not know; the remainder has it.
    case other
  }

  /// The item's identifier, never empty.
  public var itemId: ByteSpan
  /// The conversation's identifier.
  public var convId: ByteSpan
  /// The author's identifier.
  public var creatorId: ByteSpan
  /// The type in the API's own word, absent if the API gave none.
  public var type: ByteSpan
  /// The identifier of the thread's head, on replies.
  public var parentId: ByteSpan
  /// The subject of a message.
  public var subject: ByteSpan
  /// The content of a message.
  public var content: ByteSpan
  /// The JSON object of everything else; absent if there is nothing else.
  public var remainder: ByteSpan
  /// When it was written, in milliseconds since 1970 UTC.
  public var creationTime: Int64?
  /// When it last changed, in milliseconds since 1970 UTC.
  public var modificationTime: Int64?
  /// What it is: by its type or, if there is none, by whether it has `text`, `system` or `rtc`.
  public var kind: Kind
  /// Whether there is no type and `kind` was inferred.
  public var isKindInferred: Bool
  /// How `content` is written.
  public var contentType: ContentType
  /// What has happened to it.
  public var state: State
  /// Whether it counts as unread.
  public var includeInUnreadCount: Bool?
  /// Whether a webhook wrote it.
  public var isWebhookMessage: Bool?
  /// Whether its source had broken UTF-8 or raw control characters, which were mended: then the
  /// source cannot be had back byte for byte.
  public var wasRepaired: Bool
  /// The number of its line, or its place in a page counted from 1.
  public var line: Int
  /// How many users like it.
  public var likeCount: Int
  /// How many attachments it has.
  public var attachmentCount: Int

  var likeStart: Int
  var attachmentStart: Int

  /// An item of which all but the identifier is absent, to be filled in for encoding.
  ///
  /// - Parameters:
  ///   - itemId: The item's identifier.
  ///   - kind: What it is; the field `type` is for those of kind `other`.
  public init(itemId: ByteSpan, kind: Kind) {
    self.init(csj_item())
    self.itemId = itemId
    self.kind = kind
    creationTime = nil
    modificationTime = nil
  }

  @inline(__always)
  init(_ item: csj_item) {
    itemId = ByteSpan(item.item_id)
    convId = ByteSpan(item.conv_id)
    creatorId = ByteSpan(item.creator_id)
    type = ByteSpan(item.type)
    parentId = ByteSpan(item.parent_id)
    subject = ByteSpan(item.subject)
    content = ByteSpan(item.content)
    remainder = ByteSpan(item.remainder)
    creationTime = integer(item.creation_time)
    modificationTime = integer(item.modification_time)
    kind = Kind(rawValue: item.kind) ?? .other
    isKindInferred = item.kind_is_inferred != 0
    contentType = ContentType(rawValue: item.content_type) ?? .other
    state = State(rawValue: item.state) ?? .other
    includeInUnreadCount = boolean(item.include_in_unread)
    isWebhookMessage = boolean(item.is_webhook)
    wasRepaired = item.was_repaired != 0
    line = Int(item.line)
    likeCount = item.like_count
    likeStart = item.like_start
    attachmentCount = item.attachment_count
    attachmentStart = item.attachment_start
  }
}

@inline(__always)
func integer(_ value: Int64) -> Int64? { value == .min ? nil : value }

@inline(__always)
private func boolean(_ value: UInt8) -> Bool? { value == 0 ? nil : value == 2 }
