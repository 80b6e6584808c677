import Foundation
import Testing

@testable import Search

@Suite struct SearchCursorTests {
  private static let cursors = [
    SearchCursor(order: .newest, queryHash: 1, place: .time(-5, itemID: "ä/+ item")),
    SearchCursor(order: .oldest, queryHash: .max, place: .time(.max, itemID: "")),
    SearchCursor(
      order: .relevance,
      queryHash: 0,
      place: .score(1.5, rowid: 9, newest: 10, window: 0...9)
    ),
    SearchCursor(order: .likes, queryHash: 5, place: .count(7, time: -1, itemID: "é")),
    SearchCursor(order: .newest, queryHash: 3, place: .name("ä b", id: 4)),
    SearchCursor(order: .relevance, queryHash: 7, place: .time(3, itemID: "x")),
  ]

  @Test(arguments: cursors)
  func textReadsBackAsTheCursor(cursor: SearchCursor) {
    #expect(SearchCursor(cursor.text) == cursor)
    #expect(
      cursor.text.utf8.allSatisfy {
        Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
    )
  }

  @Test(arguments: cursors)
  func aBrokenCursorIsNone(cursor: SearchCursor) {
    let text = cursor.text
    #expect(SearchCursor(String(text.dropLast())) == nil)
    for place in text.indices {
      var changed = Array(text)
      let offset = text.distance(from: text.startIndex, to: place)
      changed[offset] = changed[offset] == "A" ? "B" : "A"
      let read = SearchCursor(String(changed))
      // The last letter may hold bits that do not count.
      #expect(read == nil || (read == cursor && offset == changed.count - 1))
    }
    for junk in ["", "x", "AAAA", "ä", "====", String(repeating: "A", count: 400)] {
      #expect(SearchCursor(junk) == nil)
    }
  }

  @Test func theHashIsOfTheQueryAndNotOfItsMoment() throws {
    func hash(_ text: String, now: Int64) throws -> UInt64 {
      let clock = LocalClock(timeZone: .gmt, now: now)
      return SearchCursor.hash(of: try Query(parsing: text, at: clock))
    }
    #expect(try hash("ship newer:7d", now: 0) == hash("ship  newer:7d", now: 60_000))
    #expect(try hash("ship", now: 0) != hash("sail", now: 0))
    #expect(try hash("from:ana", now: 0) != hash("from:bob", now: 0))
  }
}
