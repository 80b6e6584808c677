/// Writes an item's JSON back from its fields and its remainder.
///
/// For an item just decoded the result is the source's JSON in another spelling: the same members with
/// the same values, numbers equal as IEEE doubles, of members with one key the last. Only what had to
/// be repaired (`Item.wasRepaired`) differs.
public enum ItemEncoder {
  /// Appends an item's JSON object, without a line end.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - likedUserIds: The users who like it.
  ///   - attachments: Its attachments.
  ///   - output: Gets the object; empty after a failure.
  /// - Throws: `EncodingProblem` if a remainder is no JSON object.
  public static func append(
    _ item: Item,
    likedUserIds: [ByteSpan],
    attachments: [Attachment],
    to output: inout [UInt8]
  ) throws(EncodingProblem) {
    var object = try JSONObjectWriter(
      remainder: item.remainder,
      appendingTo: exchange(&output)
    )
    object.member("itemId", item.itemId)
    object.member("convId", item.convId)
    if item.isKindInferred {
      // The source had no type.
    } else if let word = item.kind.word {
      object.member("type", word)
    } else {
      object.member("type", item.type)
    }
    object.member("creatorId", item.creatorId)
    object.member("creationTime", item.creationTime)
    object.member("modificationTime", item.modificationTime)
    object.member("includeInUnreadCount", item.includeInUnreadCount)
    if let remainder = object.takeRemainder(of: "text"),
      remainder.isPresent || item.hasText || !likedUserIds.isEmpty
    {
      try object.object("text", remainder: remainder) { item.writeText(likedUserIds, to: &$0) }
    }
    try object.attachments(attachments)
    output = object.finish()
  }
}

extension Item.Kind {
  fileprivate var word: String? {
    switch self {
    case .other: nil
    case .text: "TEXT"
    case .system: "SYSTEM"
    case .rtc: "RTC"
    }
  }
}

extension Item {
  /// Whether any field of the nested `text` has a value that the remainder does not say.
  fileprivate var hasText: Bool {
    content.isPresent || subject.isPresent || parentId.isPresent || isWebhookMessage != nil
      || contentType == .plain || contentType == .rich
      || (state != .absent && state != .other)
  }

  fileprivate func writeText(_ likedUserIds: [ByteSpan], to text: inout JSONObjectWriter) {
    text.member("content", content)
    switch contentType {
    case .plain: text.member("contentType", "PLAIN")
    case .rich: text.member("contentType", "RICH")
    case .absent, .other: break
    }
    switch state {
    case .created: text.member("state", "CREATED")
    case .edited: text.member("state", "EDITED")
    case .deleted: text.member("state", "DELETED")
    case .absent, .other: break
    }
    text.member("subject", subject)
    text.member("parentId", parentId)
    text.member("likedUserIds", likedUserIds)
    text.member("isWebhookMessage", isWebhookMessage)
  }
}

extension JSONObjectWriter {
  fileprivate mutating func attachments(_ list: [Attachment]) throws(EncodingProblem) {
    do {
      try member("attachments", count: list.count) { try list[$0].append(to: &$1) }
    } catch let problem as EncodingProblem {
      throw problem
    } catch {
      throw .malformedRemainder
    }
  }
}

extension Attachment {
  fileprivate func append(to output: inout [UInt8]) throws(EncodingProblem) {
    var object = try JSONObjectWriter(remainder: remainder, appendingTo: exchange(&output))
    object.member("fileId", fileId)
    object.member("fileName", fileName)
    object.member("mimeType", mimeType)
    object.member("size", size)
    object.member("url", url)
    object.member("itemId", itemId)
    object.member("creationTime", creationTime)
    object.member("modificationTime", modificationTime)
    object.member("creatorId", creatorId)
    object.member("deleteUrl", deleteUrl)
    output = object.finish()
  }
}
