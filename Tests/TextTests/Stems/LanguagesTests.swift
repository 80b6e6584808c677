import Testing

@testable import Text

@Suite struct LanguagesTests {
  @Test(arguments: [
    ("de,en", "de,en"), ("en, DE ,en", "de,en"), ("none", "none"), ("None", "none"), ("fr", "fr"),
  ])
  func readsCodes(_ text: String, _ expected: String) {
    #expect(Languages(text)?.description == expected)
  }

  @Test(arguments: ["", "xx", "de,", "de,none", "german", "de en"])
  func refusesWhatIsNoCode(_ text: String) {
    #expect(Languages(text) == nil)
  }

  @Test(arguments: Language.allCases)
  func everyLanguageHasAStemmer(_ language: Language) {
    #expect(Languages(language.rawValue)?.all == [language])
  }

  @Test func versionsTellStemmersApart() throws {
    let versions = Language.allCases.map { Languages([$0]).version.dropFirst(3) }
    #expect(Set(versions).count == versions.count)
    let both = Languages([.german, .english])
    #expect(both.version == "\(Languages([.german]).version) \(Languages([.english]).version)")
    #expect(Languages.none.version.isEmpty)
  }
}
