import Foundation
import Index
import SQLite

/// Queries of one class, drawn from what an index holds, the same for the same index.
struct QuerySample {
  let name: String
  let queries: [String]
  /// Up to how many ms the 95th of a hundred may take, where that is asked for.
  var newestAim: Int?
  var relevanceAim: Int?

  /// The label that `label(_:for:)` puts on conversations.
  private static let manyLabel = "bench-many"

  /// Labels 2,000 conversations, as an import of a labels file does.
  static func label(_ database: String, for settings: Settings) throws {
    let connection = try Store.reader(at: database)
    let found = "SELECT count(*) FROM label WHERE value = '\(manyLabel)'"
    guard try connection.integer(found) == 0 else { return }
    let rooms = try connection.rows("SELECT conv_id FROM conversation ORDER BY id LIMIT 2000") {
      $0.text(at: 0) ?? ""
    }
    let user = try connection.first("SELECT user_id FROM user LIMIT 1") { $0.text(at: 0) ?? "" }
    let folder = settings.folder + "/labels"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let label: [String: Any] = [
      "userId": user ?? "", "labelId": manyLabel, "value": manyLabel, "convIds": rooms,
    ]
    let line = try JSONSerialization.data(withJSONObject: label) + Data("\n".utf8)
    try line.write(to: URL(fileURLWithPath: folder + "/labels.ndjson"))
    _ = try trawl(settings, ["import", folder, "--db", database])
  }

  static func all(of database: String) throws -> [QuerySample] {
    let words = try Vocabulary(database)
    let (common, middle) = (words.common, words.middle)
    func with(_ key: String, _ values: [String]) -> [String] {
      zip(common + middle, values).map { "\($0) \(key):\($1)" }
    }
    return [
      QuerySample("one common word", common, newest: 1, relevance: 5),
      QuerySample("one word", middle, newest: 1, relevance: 5),
      QuerySample("one rare word", words.rare, newest: 1, relevance: 5),
      QuerySample("two words", words.runs(of: 2), newest: 1, relevance: 5),
      QuerySample("word and sender", with("from", words.people), newest: 1, relevance: 5),
      QuerySample("word and conversation", with("in", words.rooms), newest: 1, relevance: 5),
      QuerySample("word and month", common.map { "\($0) date:2026-03" }, newest: 1, relevance: 5),
      QuerySample("three words", words.runs(of: 3), newest: 5, relevance: 5),
      QuerySample("phrase", words.runs(of: 2).map { "\"\($0)\"" }, newest: 5, relevance: 5),
      QuerySample("prefix of three letters", words.prefixes(of: 3), newest: 10),
      QuerySample("prefix of two letters", words.prefixes(of: 2)),
      QuerySample("any of four words", words.alternatives(of: 4), newest: 10),
      QuerySample("flagged, with a word", (common + middle).map { "\($0) is:flagged" }, newest: 10),
      QuerySample(
        "label of 2,000 conversations, with a word",
        (common + middle).map { "\($0) label:\(manyLabel)" },
        newest: 10
      ),
      QuerySample("likes:>3, with a common word", common.map { "\($0) likes:>3" }, newest: 10),
      QuerySample("filters alone", words.people.map { "from:\($0) has:link" }, newest: 10),
      QuerySample("liked by a person", words.people.map { "liked-by:\($0)" }, newest: 10),
      QuerySample(
        "states alone",
        ["is:flagged", "is:unanswered", "is:edited likes:>3"],
        newest: 10
      ),
      QuerySample("word with a file", common.map { "\($0) has:file" }),
    ]
  }

  private init(_ name: String, _ queries: [String], newest: Int? = nil, relevance: Int? = nil) {
    self.name = name
    self.queries = queries
    newestAim = newest
    relevanceAim = relevance
  }
}

/// Words, people and conversations of an index, to make queries of.
private struct Vocabulary {
  /// The most common words, common ones, and those of a few messages.
  let common: [String]
  let middle: [String]
  let rare: [String]
  let people: [String]
  let rooms: [String]
  private let texts: [String]

  init(_ database: String) throws {
    let connection = try Store.reader(at: database)
    var words: [(word: String, count: Int64)] = []
    // Words begin with no capital: those are scope terms.
    try connection.execute(
      "CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, 'item_fts', 'row')"
    )
    try connection.forEachRow(
      "SELECT term, doc FROM word WHERE term >= 'a' AND term < '{' AND length(term) > 1 ORDER BY doc DESC"
    ) { words.append(($0.text(at: 0) ?? "", $0.integer(at: 1))) }
    let messages = try connection.integer("SELECT sum(messages) FROM quarter_hourly") ?? 0
    let plain = words.filter { $0.word.allSatisfy { $0.isASCII && $0.isLetter } }
    common = plain.prefix(20).map(\.word)
    middle = Self.every(
      plain.filter { $0.count > messages / 2_000 && $0.count < messages / 200 }.map(\.word)
    )
    rare = Self.every(plain.filter { (3...30).contains($0.count) }.map(\.word))
    texts = try connection.rows(
      "SELECT content FROM indexed_item WHERE content LIKE '% % % %' AND id % 97 = 0 LIMIT 4000"
    ) { $0.text(at: 0) ?? "" }
    people = try connection.rows(
      "SELECT user_id FROM user WHERE id IN (SELECT person FROM first_message) LIMIT 40"
    ) { $0.text(at: 0) ?? "" }
    rooms = try connection.rows(
      "SELECT conv_id FROM conversation WHERE described = 1 LIMIT 40"
    ) { $0.text(at: 0) ?? "" }
  }

  /// Words that follow one another in messages.
  func runs(of length: Int) -> [String] {
    Self.every(
      texts.map { $0.split { !$0.isLetter }.dropFirst().prefix(length) }
        .filter { $0.count == length }.map { $0.joined(separator: " ") }
    )
  }

  func prefixes(of length: Int) -> [String] {
    var seen: Set<String> = []
    return (common + middle).filter { $0.count > length }.map { String($0.prefix(length)) + "*" }
      .filter { seen.insert($0).inserted }
  }

  func alternatives(of count: Int) -> [String] {
    let words = middle + common
    return (0..<20).map { place in
      (0..<count).map { words[(place + $0 * 7) % words.count] }.joined(separator: " OR ")
    }
  }

  /// Forty of a list, evenly taken.
  private static func every(_ list: [String]) -> [String] {
    stride(from: 0, to: list.count, by: max(1, list.count / 40)).prefix(40).map { list[$0] }
  }
}
