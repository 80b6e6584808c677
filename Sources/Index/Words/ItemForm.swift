internal import Circuit

/// The small facts of an item that only its own output needs, packed in `item_text.form`.
///
/// Bits 0–1: contentType (0 not given, 1 PLAIN, 2 RICH). Bits 2–3: includeInUnreadCount (0 not given, 1 false,
/// 2 true). Bit 4: isWebhookMessage was given as false. Bit 5: there was no `type`. Bit 6: the item's time is not its
/// creationTime, which was missing or absurd.
package struct ItemForm: RawRepresentable, Equatable, Sendable {
  package var rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }

  /// The bit of items whose time is their modificationTime, or 0, for want of a usable creationTime.
  static let timeIsFallback: Int64 = 1 << 6

  /// 0 not given, 1 PLAIN, 2 RICH.
  package var contentType: Int64 {
    get { rawValue & 3 }
    set { rawValue = rawValue & ~3 | newValue & 3 }
  }
  /// 0 not given, 1 false, 2 true.
  package var includeInUnread: Int64 {
    get { rawValue >> 2 & 3 }
    set { rawValue = rawValue & ~0xc | (newValue & 3) << 2 }
  }
  /// Whether isWebhookMessage was given as false.
  var saysNoWebhook: Bool { rawValue & 1 << 4 != 0 }
  /// Whether there was no `type`.
  var isKindInferred: Bool { rawValue & 1 << 5 != 0 }
  /// Whether the item's time is not its creationTime.
  var hasFallbackTime: Bool { rawValue & Self.timeIsFallback != 0 }
  /// Whether the content is HTML.
  package var isRich: Bool { contentType == 2 }
}

extension ItemForm {
  /// The form of a decoded item.
  ///
  /// A contentType this program does not know stands in the remainder.
  init(_ item: Item) {
    self.init(rawValue: 0)
    contentType = item.contentType == .other ? 0 : Int64(item.contentType.rawValue)
    includeInUnread = item.includeInUnreadCount.map { $0 ? 2 : 1 } ?? 0
    if item.isWebhookMessage == false { rawValue |= 1 << 4 }
    if item.isKindInferred { rawValue |= 1 << 5 }
  }
}
