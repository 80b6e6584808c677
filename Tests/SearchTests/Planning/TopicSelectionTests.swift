import SQLite
import TestSupport
import Testing
import Text

@testable import Search

/// Conversations by the words of their topics.
@Suite struct TopicSelectionTests {
  @Test func aPhraseIsFoundWhereATopicHasItsWordsInARow() throws {
    var random = SeededGenerator(seed: 11)
    let words = ["go", "gone", "live", "lisbon", "rollout", "roll", "日本語", "l"]
    var tenant = Tenant()
    tenant.people = [.init(id: "u", name: "Ana", email: nil)]
    func some(_ count: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: count, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
    }
    tenant.conversations = (0..<80).map { number in
      let topic = number % 9 == 0 ? nil : some(1...4).joined(separator: " ")
      return .init(id: "c-\(number)", type: "GROUP", topic: topic, participants: [0])
    }
    let index = try TemporaryIndex(tenant)
    let connection = try SearchEngine(path: index.path).connection
    let analyzer = Analyzer()
    var found = 0
    for number in 0..<300 {
      var phrase = analyzer.phrase(of: some(1...3).joined(separator: " "))
      phrase.isPrefix = number % 3 == 0
      if phrase.isPrefix, number % 2 == 0 { phrase.tokens[phrase.tokens.count - 1].removeLast() }
      guard phrase.tokens.allSatisfy({ String(validating: $0, as: UTF8.self)?.isEmpty == false })
      else { continue }
      let selection = phrase.topicSelection
      let rooms = try connection.rows(selection.text, selection.values) { $0.integer(at: 0) }
      let expected = try connection.rows(
        "SELECT id FROM conversation WHERE instr(' ' || name_key || ' ', ?) > 0 ORDER BY id",
        [.text(phrase.inNameKey)]
      ) { $0.integer(at: 0) }
      #expect(rooms.sorted() == expected, "\(phrase.inNameKey)")
      found += rooms.count
    }
    #expect(found > 300)
    let nothing = QueryPhrase().topicSelection
    #expect(try connection.rows(nothing.text, nothing.values) { $0.integer(at: 0) } == [])
  }
}
