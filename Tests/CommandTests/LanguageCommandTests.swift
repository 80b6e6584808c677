import Testing

/// `--language` of `import` and `check`, and what it changes in a search.
@Suite struct LanguageCommandTests {
  private static let items = ["die Berichte", "ein Bericht", "shipping reports"].enumerated()
    .map { number, text in
      #"{"itemId":"i\#(number)","convId":"c","creatorId":"u","type":"TEXT","#
        + #""creationTime":\#(number + 1),"modificationTime":\#(number + 1),"#
        + #""text":{"content":"\#(text)","contentType":"PLAIN","state":"CREATED"}}"# + "\n"
    }.joined()

  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("items.ndjson", Self.items)
  }

  private func found(_ words: String...) throws -> [String] {
    try place.run(["search", "--format", "ids"] + words).lines
  }

  private func languages() throws -> [String]? {
    try place.trawl("status", "--format", "json").object()["languages"] as? [String]
  }

  @Test func inflectionsAreFoundInTheLanguagesOfTheIndex() throws {
    let archive = place.path("items.ndjson")
    #expect(try place.trawl("import", "--language", "en,de", archive).status == 0)
    #expect(try found("berichten") == ["i1", "i0"])
    #expect(try found("\"bericht\"") == ["i1"])
    #expect(try found("report") == ["i2"])
    #expect(try found("--exact", "Bericht") == ["i1"])
    #expect(try found("--sub", "ng rep") == ["i2"])
    #expect(try languages() == ["de", "en"])
    #expect(try place.trawl("status").text.contains("\nlanguages "))
    #expect(try place.trawl("import", archive).status == 0)
    #expect(try place.trawl("import", "--language", "de,en", archive).status == 0)
    let other = try place.run(["import", "--language", "fr", archive])
    #expect(other.status == 4)
    #expect(
      other.errors == "trawl: \(place.database) was indexed with --language de,en, not fr; "
        + "leave --language out, or run 'trawl check --repair --language fr' to index it anew\n"
    )
  }

  @Test func aRepairTakesOtherLanguages() throws {
    _ = try place.trawl("import", place.path("items.ndjson"))
    #expect(try languages() == [])
    #expect(try found("berichten") == [])
    #expect(try place.trawl("check", "--repair", "--language", "de").status == 0)
    #expect(try languages() == ["de"])
    #expect(try found("berichten") == ["i1", "i0"])
    #expect(try place.trawl("check", "--repair", "--language", "none").status == 0)
    #expect(try found("berichten") == [])
  }

  @Test(arguments: [
    (["import", "--language", "klingon", "-"], "'--language' must be none, or language codes"),
    (["ingest", "--language", ""], "'--language' must be none, or language codes"),
    (["check", "--language", "de"], "'--language' needs '--repair'"),
  ])
  func wrongUseIsSaid(_ words: [String], _ sentence: String) throws {
    let result = try place.run(words)
    #expect(result.status == 2)
    #expect(result.errors.contains(sentence))
  }
}
