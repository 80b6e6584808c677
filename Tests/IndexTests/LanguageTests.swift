import SQLite
import Testing
import Text

@testable import Index

@Suite struct LanguageTests {
  private static let german = Languages([.german])
  private static let both = Languages([.german, .english])

  private static let lines = [
    message("a", at: 10, "die Berichte der Häuser"), message("b", at: 20, "ein Bericht, reports"),
    message("c", at: 30, "reporting v2s"),
    message("d", at: 40, "x", more: #","attachments":[{"fileName":"reports.pdf"}]"#),
  ]

  private func index(_ languages: Languages?) throws -> TestIndex {
    let index = try TestIndex()
    try index.write(Self.lines, languages: languages)
    return index
  }

  private func stored(_ index: TestIndex) throws -> Languages {
    try IndexStatus(path: index.path).languages
  }

  @Test func stemsAreIndexedAndTheIndexIsWhole() throws {
    let index = try index(Self.both)
    #expect(try stored(index) == Self.both)
    #expect(try index.matches("~debericht") == ["a"])
    #expect(try index.matches("bericht") == ["b"])
    #expect(try index.matches("~enreport") == ["b", "c"])
    #expect(try index.matches("reports") == ["b"])
    #expect(try index.matches("Nreports") == ["d"])
    #expect(try index.problems() == [])
  }

  @Test func withoutLanguagesThereAreNoStems() throws {
    let index = try index(nil)
    #expect(try stored(index) == .none)
    #expect(try index.matches("~debericht") == [])
    #expect(try index.problems() == [])
  }

  @Test func changesAndDeletionsLeaveNoGhosts() throws {
    let index = try index(Self.both)
    try index.write([
      message("a", at: 10, modified: 50, "shipped"),
      message("b", at: 20, modified: 60, state: "DELETED"),
    ])
    #expect(try index.matches("~debericht") == [])
    #expect(try index.matches("~enship") == ["a"])
    #expect(try index.matches("~enreport") == ["c"])
    #expect(try index.problems() == [])
  }

  @Test func languagesAreChosenWithTheFirstItem() throws {
    let index = try TestIndex()
    try index.write([])
    try index.write([], languages: Self.german)
    try index.write([], languages: Languages.none)
    try index.write(Self.lines, languages: Self.german)
    #expect(try stored(index) == Self.german)
    try index.write([message("e", at: 50, "Berichten")])
    try index.write([message("f", at: 60, "Berichts")], languages: Self.german)
    #expect(try index.matches("~debericht") == ["a", "e", "f"])
    for other in [Self.both, .none] {
      let error = #expect(throws: IndexError.self) {
        try index.write([message("g", at: 70)], languages: other)
      }
      #expect(
        error?.description == "\(index.path) was indexed with --language de, not \(other); "
          + "leave --language out, or run 'trawl check --repair --language \(other)' to index it anew"
      )
    }
    #expect(try index.problems() == [])
  }

  @Test func aRepairTakesOtherLanguages() throws {
    let index = try index(nil)
    for languages in [Self.both, Self.german, .none] {
      try IndexRepair(path: index.path, languages: languages).run()
      let fresh = try self.index(languages)
      for word in ["~debericht", "~enreport", "~dehaus", "bericht"] {
        #expect(try index.matches(word) == fresh.matches(word), "\(languages): \(word)")
      }
      #expect(try stored(index) == languages)
      #expect(try index.problems() == [])
    }
    try IndexRepair(path: index.path, languages: Self.german).run()
    try IndexRepair(path: index.path).run()
    #expect(try stored(index) == Self.german)
  }

  @Test func unknownLanguagesAreRefusedAndARepairHelps() throws {
    let index = try index(Self.german)
    let connection = try Connection(path: index.path, access: .readWrite)
    try connection.execute("UPDATE meta SET value = 'de,tlh' WHERE key = 'languages'")
    let sentence =
      "\(index.path) was indexed with --language de,tlh, and this Trawl does not know them all; "
      + "update Trawl, or run 'trawl check --repair --language none' to index it anew"
    let uses: [() throws -> Void] = [
      { _ = try Store.reader(at: index.path) }, { _ = try IndexStatus(path: index.path) },
      { _ = try IndexCheck(path: index.path) }, { _ = try IndexRepair(path: index.path) },
      { try index.write([message("g", at: 70)]) },
    ]
    for use in uses {
      let error = #expect(throws: IndexError.self) { try use() }
      #expect(error?.description == sentence)
    }
    try IndexRepair(path: index.path, languages: Languages.none).run()
    #expect(try index.problems() == [])
    #expect(try index.matches("~debericht") == [])
  }

  /// Another release of the stemmer would leave ghosts behind.
  @Test func stemsOfAnotherStemmerAreNotWritten() throws {
    let index = try index(Self.german)
    let connection = try Connection(path: index.path, access: .readWrite)
    try connection.execute(
      "UPDATE meta SET value = replace(value, 'de-', 'de-f') WHERE key = 'analysis'"
    )
    #expect(throws: IndexError.self) { try index.write([message("g", at: 70)]) }
    #expect(try index.problems().contains { $0.hasPrefix("analysis: ") })
    try IndexRepair(path: index.path).run()
    #expect(try index.problems() == [])
  }

  @Test func aWriterStopsWhenAnotherProcessIndexesAnew() throws {
    let index = try index(Self.german)
    let writer = try index.writer(at: 2)
    try IndexRepair(path: index.path, languages: Self.both).run()
    let batch = PreparedBatch(packer: writer.packer, languages: writer.languages)
    batch.decode(message("g", at: 70, "Berichte"))
    batch.prepare()
    #expect(throws: IndexError.self) { try writer.write(batch) }
    #expect(try index.matches("~debericht") == ["a"])
    #expect(try index.problems() == [])
  }
}
