internal import SQLite

/// An item's type as `item.kind` holds it.
enum ItemKind: Equatable {
  case text, system, rtc
  /// A type this program does not know, by the API's name; empty when there was none.
  case other(String)

  init(_ row: Row, at column: Int) {
    guard !row.isText(at: column) else {
      self = .other(row.text(at: column) ?? "")
      return
    }
    switch row.integer(at: column) {
    case 0: self = .text
    case 1: self = .system
    default: self = .rtc
    }
  }

  /// The API's name.
  var name: String {
    switch self {
    case .text: "TEXT"
    case .system: "SYSTEM"
    case .rtc: "RTC"
    case .other(let name): name
    }
  }

  var value: Value {
    switch self {
    case .text: 0
    case .system: 1
    case .rtc: 2
    case .other(let name): .text(name)
    }
  }
}

/// The narrow row of an item, without its rowid.
struct ItemFacts: Equatable {
  var conversation: Int64
  var creator: Int64
  var kind: ItemKind
  /// 0 not given, 1 CREATED, 2 EDITED, 3 DELETED.
  var state: Int64
  var isWebhook: Bool
  var isGone: Bool
  var isQuestion: Bool
  /// The dense id of the thread that a reply belongs to.
  var thread: Int64?
  /// Where the item stands in time, ms since 1970 UTC.
  var time: Int64
  /// The modificationTime, ms since 1970 UTC.
  var modified: Int64?
  var likes: Int64
  var files: Int64

  /// A TEXT item that is neither deleted nor gone.
  var isMessage: Bool { kind == .text && state != 3 && !isGone }
  /// A call that is not gone.
  var isCall: Bool { kind == .rtc && !isGone }
}
