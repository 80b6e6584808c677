import Search
import TestSupport
import Testing

/// Whatever is typed is a query, or is explained.
@Suite struct QueryFuzzTests {
  private static let pieces = [
    " ", " ", " ", "a", "ship", "größe", "東京", "C++", "OR", "AND", "NOT", "NEAR/3", "NEAR", "|",
    "-",
    "--", "(", ")", "()", "\"", "“", "”", "„", "«", "»", "*", ":", "::", "//", ".", "..", "'", "\\",
    "from:", "in:", "kind:", "type:", "is:", "has:", "likes:", "date:", "on:", "before:", "newer:",
    "older:", "subject:", "ext:", "member:", "form:", "x:", "ana", "direct", "text", "flagged",
    "file",
    ">3", "2..5", "2018", "2018-03", "2018-W12", "2018-03-05T14:30", "today", "7d", "9999-12-31",
    "0001", "9999-W52", "99999y", "\u{0}", "\n", "\u{3000}", "\u{202E}", "\u{FEFF}", "👩‍👩‍👧",
    "e\u{301}",
  ]

  private static func randomText(using random: inout SeededGenerator) -> String {
    var text = (0..<Int.random(in: 0...14, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    if Bool.random(using: &random), !text.isEmpty {
      var scalars = Array(text.unicodeScalars)
      let position = Int.random(in: 0..<scalars.count, using: &random)
      scalars[position] = Unicode.Scalar(UInt32.random(in: 0...0xD7FF, using: &random)) ?? "?"
      text = String(String.UnicodeScalarView(scalars))
    }
    return text
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func anythingIsAQueryOrExplained(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      let text = Self.randomText(using: &random)
      do {
        let root = try Query(parsing: text, at: .berlin).root
        check(root, in: text, within: 0..<text.utf8.count)
        #expect(try Query(parsing: " " + text, at: .berlin).root.description == root.description)
      } catch {
        #expect(
          Self.isWhole(error.range, in: text) && !error.range.isEmpty,
          "\(text.debugDescription)"
        )
        #expect(Self.isOneLine(error.description), "\(text.debugDescription)")
      }
    }
  }

  /// Ranges nest, and a leaf read alone is the same leaf.
  private func check(_ node: QueryNode, in text: String, within outer: Range<Int>) {
    let context = "\(node) in \(text.debugDescription)"
    #expect(Self.isWhole(node.range, in: text) && outer.contains(node.range), "\(context)")
    #expect(Self.isOneLine(node.description), "\(context)")
    switch node.kind {
    case .and(let parts), .or(let parts):
      #expect(parts.count > 1, "\(context)")
      for part in parts {
        check(part, in: text, within: node.range)
      }
    case .not(let part): check(part, in: text, within: node.range)
    case .term(.word(let word)) where word.hasPrefix("-"): break
    case .everything, .term, .near, .filter:
      let slice = String(decoding: Array(text.utf8)[node.range], as: UTF8.self)
      let alone = try? Query(parsing: slice, at: .berlin).root
      #expect(alone?.description == node.description, "\(context)")
    }
  }

  private static func isWhole(_ range: Range<Int>, in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return (0...bytes.count).contains(range.lowerBound) && range.upperBound <= bytes.count
      && [range.lowerBound, range.upperBound].allSatisfy {
        $0 == bytes.count || bytes[$0] & 0xC0 != 0x80
      }
  }

  private static func isOneLine(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory
      )
    }
  }
}
