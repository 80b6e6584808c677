internal import Chronology
internal import Foundation

/// Where an answer ended, so that the next one goes on there.
///
/// Its text is opaque: a version, the order, a hash of the query, the place and a check, in base64url.
struct SearchCursor: Equatable {
  enum Place: Equatable {
    /// Behind the item with this time (ms) and id, in the order of time.
    case time(Int64, itemID: String)
    /// Behind the item with this score and rowid, in a window of matches that were compared; the answer
    /// began when `newest` was the newest item.
    case score(Double, rowid: Int64, newest: Int64, window: ClosedRange<Int64>)
    /// Behind the item with so many likes or replies, with this time (ms) and id.
    case count(Int64, time: Int64, itemID: String)
    /// Behind the conversation with these words of its topic and this dense id, in the order of topics.
    case name(String, id: Int64)
  }

  let order: SearchOrder
  /// Of the query and its filters; see `hash(of:)`.
  let queryHash: UInt64
  let place: Place

  private static let version: UInt8 = 1

  init(order: SearchOrder, queryHash: UInt64, place: Place) {
    self.order = order
    self.queryHash = queryHash
    self.place = place
  }

  /// Reads a cursor's text; nothing if it is none.
  init?(_ text: String) {
    var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: base64) else { return nil }
    var bytes = [UInt8](data)[...]
    guard bytes.count > 12, let check = Self.take(4, from: &bytes),
      check == Self.hash(of: bytes) & 0xFFFF_FFFF, bytes.popFirst() == Self.version,
      let orderIndex = bytes.popFirst(), Int(orderIndex) < SearchOrder.allCases.count,
      let kind = bytes.popFirst(), let hash = Self.take(8, from: &bytes),
      let first = Self.take(8, from: &bytes)
    else { return nil }
    order = SearchOrder.allCases[Int(orderIndex)]
    queryHash = hash
    switch kind {
    case 0:
      place = .time(Int64(bitPattern: first), itemID: String(decoding: bytes, as: UTF8.self))
    case 1:
      let numbers = (0..<4).compactMap { _ in Self.take(8, from: &bytes) }
        .map(Int64.init(bitPattern:))
      guard numbers.count == 4, numbers[2] <= numbers[3] else { return nil }
      place = .score(
        Double(bitPattern: first),
        rowid: numbers[0],
        newest: numbers[1],
        window: numbers[2]...numbers[3]
      )
    case 2:
      place = .name(String(decoding: bytes, as: UTF8.self), id: Int64(bitPattern: first))
    case 3:
      guard let time = Self.take(8, from: &bytes) else { return nil }
      place = .count(
        Int64(bitPattern: first),
        time: Int64(bitPattern: time),
        itemID: String(decoding: bytes, as: UTF8.self)
      )
    default: return nil
    }
  }

  /// The cursor's text: ASCII letters, digits, `-` and `_`.
  var text: String {
    var bytes = [Self.version, UInt8(SearchOrder.allCases.firstIndex(of: order) ?? 0)]
    // A query of filters alone has no relevance: its pages then go by time.
    switch place {
    case .time(let time, let itemID):
      bytes += [0] + Self.bytes(of: queryHash)
      bytes += Self.bytes(of: UInt64(bitPattern: time)) + Array(itemID.utf8)
    case .score(let score, let rowid, let newest, let window):
      bytes += [1] + Self.bytes(of: queryHash) + Self.bytes(of: score.bitPattern)
      for number in [rowid, newest, window.lowerBound, window.upperBound] {
        bytes += Self.bytes(of: UInt64(bitPattern: number))
      }
    case .count(let count, let time, let itemID):
      bytes += [3] + Self.bytes(of: queryHash) + Self.bytes(of: UInt64(bitPattern: count))
      bytes += Self.bytes(of: UInt64(bitPattern: time)) + Array(itemID.utf8)
    case .name(let name, let id):
      bytes += [2] + Self.bytes(of: queryHash)
      bytes += Self.bytes(of: UInt64(bitPattern: id)) + Array(name.utf8)
    }
    let check = Self.bytes(of: Self.hash(of: bytes[...])).suffix(4)
    let base64 = Data(check + bytes).base64EncodedData().prefix { $0 != UInt8(ascii: "=") }
    return String(decoding: base64.map(Self.urlSafe), as: UTF8.self)
  }

  /// A digit of base64 as base64url has it.
  private static func urlSafe(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    default: digit
    }
  }

  /// A hash of a query's scope, and of its tree without its dates, since `newer:7d` moves on from page to
  /// page; another one for an answer of conversations with hits.
  static func hash(of query: Query, isGrouped: Bool = false) -> UInt64 {
    let text = "\(query.scope.rawValue) \(query.root.withoutDates)"
    let hash = hash(of: Array(text.utf8)[...])
    return isGrouped ? ~hash : hash
  }

  /// FNV-1a, 64 bits: the same in every process.
  private static func hash(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }

  private static func take(_ count: Int, from bytes: inout ArraySlice<UInt8>) -> UInt64? {
    guard bytes.count >= count else { return nil }
    let number = bytes.prefix(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    bytes = bytes.dropFirst(count)
    return number
  }
}

extension QueryNode {
  fileprivate var withoutDates: QueryNode {
    let kind: Kind =
      switch self.kind {
      case .and(let parts): .and(parts.map(\.withoutDates))
      case .or(let parts): .or(parts.map(\.withoutDates))
      case .not(let part): .not(part.withoutDates)
      case .filter(.created): .filter(.created(TimeSpan(from: nil, to: nil)))
      case let other: other
      }
    return QueryNode(kind, range)
  }
}
