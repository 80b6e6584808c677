/// The fields that the API documents, for an export that leaves out all others.
///
/// The names are those of the API's reference: its models ConversationItem, ConversationTextItem, SystemItem, RtcItem,
/// Attachment, Conversation, User, and the archive's own records.
public indirect enum KnownFields: Sendable {
  /// The value whole, whatever is in it.
  case whole
  /// Of an object the members named, of a list those of each of its elements.
  case members([String: KnownFields])

  /// Gives what of a remainder is known.
  ///
  /// - Parameter remainder: The JSON object that a decoder made.
  /// - Returns: The object of the known members; nil when there are none.
  /// - Throws: `EncodingProblem` if the remainder is no JSON object.
  public func filtered(_ remainder: [UInt8]) throws(EncodingProblem) -> [UInt8]? {
    var output: [UInt8] = []
    let problem: EncodingProblem? = remainder.withUnsafeBufferPointer { bytes in
      do throws(EncodingProblem) {
        try append(bytes, to: &output)
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
    return output.count > 2 ? output : nil
  }

  private func append(
    _ value: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8]
  ) throws(EncodingProblem) {
    guard case .members(let known) = self else { return output.append(contentsOf: value) }
    switch value.first {
    case UInt8(ascii: "{"):
      let members = try JSONMembers(value).members.filter { member in
        known[String(decoding: value[member.key], as: UTF8.self)] != nil
      }
      output.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { output.append(UInt8(ascii: ",")) }
        output.append(contentsOf: value[member.key.lowerBound - 1..<member.value.lowerBound])
        let fields = known[String(decoding: value[member.key], as: UTF8.self)] ?? .whole
        try fields.append(UnsafeBufferPointer(rebasing: value[member.value]), to: &output)
      }
      output.append(UInt8(ascii: "}"))
    case UInt8(ascii: "["):
      output.append(UInt8(ascii: "["))
      for (place, element) in try JSONMembers.elements(of: value).enumerated() {
        if place > 0 { output.append(UInt8(ascii: ",")) }
        try append(UnsafeBufferPointer(rebasing: value[element]), to: &output)
      }
      output.append(UInt8(ascii: "]"))
    default: output.append(contentsOf: value)
    }
  }
}

extension KnownFields {
  /// Of a ConversationItem.
  public static let item = named(
    [
      "itemId", "convId", "type", "creatorId", "creationTime", "modificationTime",
      "includeInUnreadCount",
    ],
    [
      "attachments": attachment,
      "text": named(
        [
          "content", "contentType", "subject", "state", "parentId", "likedUserIds", "formMetaData",
          "isWebhookMessage",
        ],
        ["preview": named(["title", "type", "srcURL", "imageURI"])]
      ),
      "system": named(["type", "affectedParticipants", "oldTopic", "newTopic"]),
      "rtc": named(
        ["type", "missed"],
        [
          "ended": named(["duration", "maxNumberOfAttendees", "pickFromParticipant"]),
          "moved": named(["conversationId", "direction"]),
          "rtcParticipants": named(["userId", "displayName", "phoneNumber", "type"]),
        ]
      ),
    ]
  )

  /// Of an Attachment.
  public static let attachment = named([
    "fileId", "fileName", "mimeType", "size", "url", "deleteUrl", "itemId", "creatorId",
    "creationTime", "modificationTime",
  ])

  /// Of a Conversation.
  public static let conversation = named([
    "convId", "type", "topic", "topicPlaceholder", "description", "creatorId", "creatorTenantId",
    "creationTime", "modificationTime", "participants", "isModerated", "isGuestAccessDisabled",
    "avatar", "avatarLarge",
  ])

  /// Of a User.
  public static let user = named(
    [
      "userId", "displayName", "firstName", "lastName", "emailAddress", "company", "department",
      "jobTitle", "phoneNumber", "locale", "userType", "userState",
    ],
    ["emailAddresses": named(["address", "type"])]
  )

  /// Of the archive's flags, labels, favourites and pins.
  public static let mark = named([
    "userId", "itemId", "convId", "labelId", "value", "convIds", "pinnedTime",
  ])

  private static func named(
    _ names: [String],
    _ nested: [String: KnownFields] = [:]
  ) -> KnownFields {
    .members(nested.merging(names.map { ($0, .whole) }) { nested, _ in nested })
  }
}
