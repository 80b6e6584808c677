import TestSupport
import Testing

@testable import Search

@Suite struct QueryKeyTests {
  @Test func noTwoKeysShareAName() {
    let names = QueryKey.allCases.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    for key in QueryKey.allCases {
      #expect(([key.name] + key.aliases).allSatisfy { QueryKey(named: $0.uppercased()) == key })
    }
  }

  @Test func choicesAreAllTaken() throws {
    for key in QueryKey.allCases {
      for choice in key.choices {
        #expect(throws: Never.self) { try Query(parsing: "\(key.name):\(choice)", at: .berlin) }
      }
    }
  }

  @Test(arguments: [
    ("form", "from"), ("frm", "from"), ("fromm", "from"), ("likse", "likes"), ("like", "likes"),
    ("befroe", "before"), ("bofore", "before"), ("mentoins", "mentions"), ("menton", "mentions"),
    ("converstion", "conversation"), ("labels", "label"), ("flagedby", "flagged-by"),
  ])
  func slipsOfTheFingerAreRecognised(typed: String, meant: String) {
    #expect(QueryKey.nearest(to: typed) == meant)
  }

  @Test(arguments: [
    "a", "x", "no", "it", "http", "https", "ftp", "mailto", "std", "std_lib", "time", "data",
    "find",
    "line", "note", "todo", "re", "fwd", "order", "never", "C", "error", "warning", "ratio",
    "localhost",
  ])
  func otherWordsAreNot(word: String) {
    #expect(QueryKey.nearest(to: word) == nil)
  }

  @Test func editDistanceIsThatOfAllItsSteps() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let letters = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        "abc".randomElement(using: &random) ?? "a"
      }
      let word = String(letters)
      var slipped = letters
      slipped.insert("d", at: Int.random(in: 0...letters.count, using: &random))
      #expect(editDistance(word, String(slipped)) == 1)
      #expect(editDistance(String(slipped), word) == 1)
      #expect(editDistance(word, word) == 0)
      #expect(editDistance(word, "") == word.count)
    }
    #expect(editDistance("from", "form") == 1)
    #expect(editDistance("kitten", "sitting") == 3)
  }
}
