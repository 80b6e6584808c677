import Foundation

/// A query as the peers' script reads it.
///
/// It holds what those classes of `QuerySample` need that a peer can answer too.
struct PeerQuery: Encodable, Equatable {
  /// Words that must all be there.
  var words: [String]?
  /// Words that follow one another.
  var phrase: [String]?
  /// What a word begins with.
  var prefix: String?
  /// Words one of which must be there.
  var any: [String]?
  var creatorId: String?
  var convId: String?
  /// From this time on, in ms since 1970 UTC.
  var from: Int64?
  /// Before this time, in ms since 1970 UTC.
  var to: Int64?

  /// Reads a query of ours; nil when it asks for what no peer can answer.
  init?(_ query: String) {
    if query.hasPrefix("\"") {
      phrase = query.split { $0 == "\"" || $0 == " " }.map { Self.folded($0) }
      return
    }
    let parts = query.split(separator: " ").map(String.init)
    if parts.contains("OR") {
      any = parts.filter { $0 != "OR" }.map { Self.folded($0) }
      return
    }
    for part in parts {
      guard let colon = part.firstIndex(of: ":") else {
        if part.hasSuffix("*") {
          prefix = Self.folded(part.dropLast())
        } else {
          words = (words ?? []) + [Self.folded(part)]
        }
        continue
      }
      let value = String(part[part.index(after: colon)...])
      switch part[..<colon] {
      case "from": creatorId = value
      case "in": convId = value
      case "date":
        guard let month = Self.month(value) else { return nil }
        (from, to) = month
      default: return nil
      }
    }
    if words == nil, prefix == nil { return nil }
  }

  /// A word as indexes hold it, without case and accents.
  private static func folded(_ word: some StringProtocol) -> String {
    word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// The bounds of a month such as 2026-03, in ms since 1970 UTC.
  private static func month(_ text: String) -> (Int64, Int64)? {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    guard numbers.count == 2,
      let start = calendar.date(from: DateComponents(year: numbers[0], month: numbers[1])),
      let end = calendar.date(byAdding: .month, value: 1, to: start)
    else { return nil }
    return (Int64(start.timeIntervalSince1970) * 1_000, Int64(end.timeIntervalSince1970) * 1_000)
  }
}
