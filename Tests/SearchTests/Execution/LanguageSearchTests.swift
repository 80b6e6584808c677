import Foundation
import TestSupport
import Testing
import Text

@testable import Search

/// Plain words with their inflections, `exact:` and `sub:`.
@Suite struct LanguageSearchTests {
  private static let texts = [
    "die Berichte der Häuser", "ein Bericht", "reports and Reporting", "the report: ship it",
    "we are shipping C++ now", "in C, not .NET", "net #tags", "a #tag for .net", "Café", "cafe",
    "東京都庁", "C++17 und c#", "Cover-Flow", "coverflow",
  ]

  private static let tenant: Tenant = {
    var tenant = Tenant()
    tenant.people = [.init(id: "u-ana", name: "Ana Reports", email: nil)]
    tenant.conversations = [.init(id: "c-1", type: "GROUP", topic: "Reports", participants: [0])]
    tenant.items = texts.enumerated().map { place, text in
      .init(
        id: "\(place)",
        creator: 0,
        conversation: 0,
        time: Tenant.start + Int64(place),
        content: text,
        files: place == 9 ? ["reports.pdf"] : []
      )
    }
    tenant.items.append(
      .init(
        id: "subject",
        creator: 0,
        conversation: 0,
        time: Tenant.start - 1,
        subject: "Shipped Café",
        content: "x"
      )
    )
    return tenant
  }()

  private static func engine(_ languages: Languages) throws -> (SearchEngine, TemporaryIndex) {
    let index = try TemporaryIndex(tenant, languages: languages)
    return (try SearchEngine(path: index.path), index)
  }

  private func search(
    _ text: String,
    _ engine: SearchEngine,
    _ order: SearchOrder = .oldest
  ) throws -> SearchAnswer {
    let query = try Query(parsing: text, at: LocalClock(timeZone: .gmt, now: Tenant.start))
    return try engine.search(SearchRequest(query: query, order: order))
  }

  private static let inflections: [(String, [String])] = [
    ("Bericht", ["0", "1"]), ("berichten", ["0", "1"]), ("\"Bericht\"", ["1"]),
    ("berich*", ["0", "1"]), ("bericht*", ["0", "1"]), ("reports", ["2", "3"]),
    ("\"reports\"", ["2"]), ("reported", ["2", "3"]), ("\"reported\"", []),
    ("ship", ["subject", "3", "4"]), ("ships -report", ["subject", "4"]),
    ("-reported ship", ["subject", "4"]), ("-\"reported\" ship", ["subject", "3", "4"]),
    ("subject:ships", ["subject"]), ("subject:\"ships\"", []), ("\"shipping c\"", ["4"]),
    ("\"ship c\"", []), ("we NEAR/2 shipped", ["4"]), ("reporting NEAR/1 ships", ["3"]),
    ("reporting NEAR/0 ships", ["3"]), ("\"reporting\" NEAR/1 ships", []), ("tag", ["6", "7"]),
    ("ship OR bericht", ["subject", "0", "1", "3", "4"]), ("file:report", []),
    ("file:reports", ["9"]), ("ships C++", ["4"]),
  ]

  @Test func plainWordsFindTheirInflections() throws {
    let (engine, _) = try Self.engine(Languages([.german, .english]))
    for (text, expected) in Self.inflections {
      #expect(try search(text, engine).hits.map(\.itemId) == expected, "\(text)")
      for order in [SearchOrder.newest, .relevance] {
        #expect(try search(text, engine, order).hits.map(\.itemId).sorted() == expected.sorted())
      }
    }
    // A name is found by the beginning of its words, languages or not; all items are Ana's.
    #expect(try search("from:report", engine).hits.count == Self.tenant.items.count)
    #expect(throws: QueryError.self) { try search("from:reporting", engine) }
    #expect(throws: QueryError.self) { try search("in:reporting", engine) }
  }

  private static let signs: [(String, [String])] = [
    ("C++", ["4", "11"]), ("c", ["4", "5", "11"]), ("c#", ["11"]), ("#tag", ["7"]),
    (".net", ["5", "7"]), ("net", ["5", "6", "7"]), ("C++17", ["11"]),
    ("cafe", ["subject", "8", "9"]), ("café", ["subject", "8", "9"]), ("京", ["10"]), ("京都", ["10"]),
    ("東京", ["10"]), ("exact:Café", ["subject", "8"]), ("exact:cafe", ["9"]), ("exact:CAFE", []),
    ("exact:C++", ["4", "11"]), ("exact:c++", []), ("exact:.net", ["7"]), ("exact:.NET", ["5"]),
    ("exact:#tag", ["7"]), ("exact:\"C++ now\"", ["4"]), ("exact:\"c++ now\"", []),
    ("exact:report", ["3"]), ("exact:reports", ["2"]), ("exact:東京", ["10"]),
    ("exact:Cover exact:Flow", ["12"]), ("exact:Café -exact:Shipped", ["8"]),
    ("exact:cafe OR exact:Café", ["subject", "8", "9"]), ("exact:\"-\"", ["12"]),
    ("sub:overf", ["13"]), ("sub:ver-fl", ["12"]), ("sub:VER", ["12", "13"]),
    ("sub:ver sub:rfl", ["13"]), ("sub:\"rt: s\"", ["3"]), ("sub:afé", ["subject", "8", "9"]),
    ("sub:++", ["4", "11"]), ("sub:hippe", ["subject"]), ("cafe -sub:hip", ["8", "9"]),
    ("sub:京都", ["10"]), ("sub:17 OR sub:ipp", ["subject", "4", "11"]), ("sub:zebra", []),
  ]

  @Test func wordsWithSignsExactTextAndPiecesDoNotDependOnLanguages() throws {
    for languages in [Languages.none, Languages([.german, .english])] {
      let (engine, _) = try Self.engine(languages)
      for (text, expected) in Self.signs {
        #expect(try search(text, engine).hits.map(\.itemId) == expected, "\(text), \(languages)")
      }
    }
  }

  private static let marked: [(String, String)] = [
    ("ships", "we are [shipping] C++ now"), ("bericht", "die [Berichte] der Häuser"),
    ("exact:\"C++ now\"", "we are shipping [C++ now]"), ("sub:ver-fl", "Co[ver-Fl]ow"),
    ("sub:ÄUSE", "die Berichte der H[äuse]r"),
  ]

  @Test func whatWasFoundIsMarked() throws {
    let (engine, _) = try Self.engine(Languages([.german, .english]))
    for (text, expected) in Self.marked {
      let snippets = try search(text, engine).hits.map { hit in
        var bytes = Array(hit.snippet.text.utf8)
        for mark in hit.snippet.marks.reversed() {
          bytes.insert(UInt8(ascii: "]"), at: mark.upperBound)
          bytes.insert(UInt8(ascii: "["), at: mark.lowerBound)
        }
        return String(decoding: bytes, as: UTF8.self)
      }
      #expect(snippets.contains(expected), "\(text): \(snippets)")
    }
  }

  @Test func inflectionsCountAsOneWord() throws {
    let (engine, _) = try Self.engine(Languages([.english]))
    let clock = LocalClock(timeZone: .gmt, now: 0)
    let plan = try engine.plan(
      for: engine.resolve(try Query(parsing: "ships NEAR/3 reports -now", at: clock))
    )
    let match = try #require(plan.match)
    let near = { (one: String, other: String) in "NEAR(\"\(one)\" \"\(other)\", 3)" }
    let pairs = ["ships", "~enship", "ship"].flatMap { one in
      ["reports", "~enreport", "report"].map { near(one, $0) }
    }
    #expect(match.printed == "((\(pairs.joined(separator: " OR "))) NOT (\"now\" OR \"~ennow\"))")
    #expect(match.numbered.wanted.map(\.tokens.count) == [1, 1, 1])
    #expect(match.numbered.variantOf == (0..<9).flatMap { _ in [0, 1] } + [2, 2])
  }

  @Test func tooManyPairsAreTheWordsAlone() throws {
    let languages = Languages([.german, .english, .dutch, .danish, .french])
    let (engine, _) = try Self.engine(languages)
    #expect(try search("reporting NEAR/1 ships", engine).hits.isEmpty)
    #expect(try search("report NEAR/1 ship", engine).hits.map(\.itemId) == ["3"])
  }

  /// What reads whole texts is asked last.
  @Test func costlyTestsComeLast() throws {
    let (engine, _) = try Self.engine(.none)
    for text in ["sub:a likes:>3 exact:x", "likes:>3 (sub:a OR is:liked) is:reply"] {
      let query = try Query(parsing: text, at: LocalClock(timeZone: .gmt, now: 0))
      let tests = try engine.plan(for: engine.resolve(query)).tests.map(\.text)
      let costly = tests.map { $0.contains("trawl_") }
      #expect(costly == costly.sorted { !$0 && $1 }, "\(tests)")
      #expect(costly.contains(true) && costly.contains(false))
    }
  }

  @Test func whatHasNothingToLookForIsSaid() throws {
    let (engine, _) = try Self.engine(.none)
    for text in ["sub:\u{AD}", "exact:\u{202E}"] {
      #expect(throws: QueryError.self) { try search(text, engine) }
      #expect(try search("cafe \(text)", engine).ignored.count == 1)
    }
  }
}
