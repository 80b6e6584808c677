/// What a rich text holds besides its words.
public struct RichTextFacts: Sendable, Equatable {
  /// Whether it has a link: an anchor that leads somewhere, or a web address in the text.
  public var hasLink = false
  /// The identifiers of the users who are mentioned, in order; one who is mentioned twice is there
  /// twice.
  public var mentionedUserIds: [String] = []
  /// The hashtags without their `#`, in order.
  public var hashtags: [String] = []

  /// Takes the attributes of a `span`, character references decoded.
  mutating func add(className: UnsafeBufferPointer<UInt8>, abbr: UnsafeBufferPointer<UInt8>) {
    guard !className.isEmpty, !abbr.isEmpty else { return }
    if Self.has(className, "mention") {
      mentionedUserIds.append(String(decoding: abbr, as: UTF8.self))
    } else if Self.has(className, "hashtag") {
      hashtags.append(String(decoding: abbr, as: UTF8.self))
    }
  }

  /// Whether `names`, separated by white space, have `name` among them.
  private static func has(_ names: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { name in
      if names.count == name.count { return names.elementsEqual(name) }
      guard names.count > name.count else { return false }
      return names.split { $0 <= 0x20 }.contains { $0.elementsEqual(name) }
    }
  }
}
