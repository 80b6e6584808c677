import Foundation
import Index
import SQLite
import Search

/// Searches by class of query, in process, snippets included, and as whole processes.
enum SearchSuite {
  static func run(database: String, settings: Settings, results: inout Results) throws {
    let engine = try SearchEngine(path: database)
    let clock = LocalClock(timeZone: .gmt, now: 1_795_194_000_000)
    for (name, queries) in try QuerySample(database: database).classes {
      let parsed = try queries.map { try Query(parsing: $0, at: clock) }
      for order in [SearchOrder.newest, .relevance] {
        var times: [Double] = []
        for query in parsed {
          let request = SearchRequest(query: query, order: order)
          // The best of three: what the query costs, not what the machine was doing.
          times.append(
            try (0..<3).map { _ in try milliseconds { _ = try engine.search(request) } }.min() ?? 0
          )
        }
        let target = order == .newest && name == "one common word" ? "≤ 2" : nil
        results.add("search", "\(order.rawValue): \(name)", Spread(times), target: target)
      }
    }
    for arguments in [["the"], ["--count", "the"]] {
      let times = try (0..<20).map { _ in
        try trawl(settings, ["search", "--db", database] + arguments).milliseconds
      }
      results.add(
        "search",
        "whole process: search \(arguments.joined(separator: " "))",
        Spread(times),
        target: arguments.count == 1 ? "≤ 25" : nil
      )
    }
  }
}

/// Queries by class, drawn from what an index holds, the same for the same index.
struct QuerySample {
  let classes: [(String, [String])]

  init(database: String) throws {
    let connection = try Store.reader(at: database)
    var words: [(String, Int64)] = []
    // Words begin with no capital: those are scope terms.
    try connection.execute(
      "CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, 'item_fts', 'row')"
    )
    try connection.forEachRow(
      "SELECT term, doc FROM word WHERE term >= 'a' AND term < '{' AND length(term) > 1 ORDER BY doc DESC"
    ) { words.append(($0.text(at: 0) ?? "", $0.integer(at: 1))) }
    let messages = try connection.integer("SELECT sum(messages) FROM hourly") ?? 0
    func every(_ list: [String]) -> [String] {
      stride(from: 0, to: list.count, by: max(1, list.count / 20)).prefix(20).map { list[$0] }
    }
    let plain = words.filter { $0.0.allSatisfy { $0.isASCII && $0.isLetter } }
    let common = plain.prefix(15).map(\.0)
    let middle = every(
      plain.filter { $0.1 > messages / 2_000 && $0.1 < messages / 200 }.map(\.0)
    )
    let rare = every(plain.filter { (3...30).contains($0.1) }.map(\.0))
    let texts = try connection.rows(
      "SELECT content FROM indexed_item WHERE content LIKE '% % % %' AND id % 97 = 0 LIMIT 4000"
    ) { $0.text(at: 0) ?? "" }
    let pairs = every(texts).map { text in
      text.split { !$0.isLetter }.prefix(4).suffix(2).joined(separator: " ")
    }.filter { $0.contains(" ") }
    let people = try connection.rows(
      "SELECT user_id FROM user WHERE id IN (SELECT DISTINCT person FROM daily_person) LIMIT 20"
    ) { $0.text(at: 0) ?? "" }
    let rooms = try connection.rows(
      "SELECT conv_id FROM conversation WHERE described = 1 LIMIT 20"
    ) { $0.text(at: 0) ?? "" }
    func with(_ key: String, _ values: [String]) -> [String] {
      zip(common + middle, values).map { "\($0) \(key):\($1)" }
    }
    classes = [
      ("one common word", Array(common)), ("one word", middle), ("one rare word", rare),
      ("two words", pairs), ("phrase", pairs.map { "\"\($0)\"" }),
      ("word and sender", with("from", people)), ("word and conversation", with("in", rooms)),
      ("word and month", common.map { "\($0) date:2026-03" }),
      ("word with a file", common.map { "\($0) has:file" }),
      ("word, liked three times", common.map { "\($0) likes:>=3" }),
      ("filters alone", people.map { "from:\($0) has:link" }),
    ]
  }
}
