import Foundation
import Index
import SQLite
import Search

/// Searches by class of query, in process, snippets included, and as whole processes.
enum SearchSuite {
  static func run(database: String, settings: Settings, results: inout Results) throws {
    try QuerySample.label(database, for: settings)
    let engine = try SearchEngine(path: database)
    let clock = LocalClock(timeZone: .gmt, now: 1_795_194_000_000)
    let samples = try QuerySample.all(of: database)
    for sample in samples {
      let queries = try sample.queries.map { try Query(parsing: $0, at: clock) }
      for order in [SearchOrder.newest, .relevance] {
        let aim = order == .newest ? sample.newestAim : sample.relevanceAim
        if order == .relevance, aim == nil { continue }
        var answers = Answers()
        for query in queries {
          try answers.take(SearchRequest(query: query, order: order), from: engine)
        }
        let name = "\(order.rawValue): \(sample.name)"
        results.add("search", name, Spread(answers.times), target: aim.map { "≤ \($0)" })
        if answers.whole.count < answers.times.count, answers.whole.count > 0 {
          results.add("search", "\(name), full pages", Spread(answers.whole))
        }
      }
    }
    try overlap(engine, samples, clock: clock, results: &results)
    for arguments in [["the"], ["--count", "the"]] {
      let times = try (0..<20).map { _ in
        try trawl(settings, ["search", "--db", database] + arguments).milliseconds
      }
      results.add(
        "search",
        "whole process: search \(arguments.joined(separator: " "))",
        Spread(times),
        target: arguments.count == 1 ? "≤ 15" : nil
      )
    }
    let words = samples.filter { ["one common word", "one word"].contains($0.name) }
      .flatMap { $0.queries.prefix(10) }
    let cold = try words.map { word in
      evict(database)
      return try trawl(settings, ["search", "--db", database, word]).milliseconds
    }
    results.add("search", "whole process, nothing of the index in memory", Spread(cold))
    try facets(engine, samples, clock: clock, results: &results)
  }

  /// The times of a class, and of those of its queries that filled a page.
  private struct Answers {
    var times: [Double] = []
    var whole: [Double] = []

    /// The best of three: what the query costs, not what the machine was doing.
    mutating func take(_ request: SearchRequest, from engine: SearchEngine) throws {
      var count = 0
      let time = try (0..<3).map { _ in
        try milliseconds { count = try engine.search(request).hits.count }
      }.min()
      times.append(time ?? 0)
      if count == request.limit { whole.append(time ?? 0) }
    }
  }

  /// Facets of common words, which count all matches.
  private static func facets(
    _ engine: SearchEngine,
    _ samples: [QuerySample],
    clock: LocalClock,
    results: inout Results
  ) throws {
    for name in ["one common word", "two words"] {
      let queries = samples.first { $0.name == name }?.queries.prefix(5) ?? []
      let times = try queries.map { text in
        let query = try Query(parsing: text, at: clock)
        return try milliseconds {
          _ = try engine.facets(of: query, by: [.person, .month], at: clock, limit: 10)
        }
      }
      results.add("search", "facets by person and month: \(name)", Spread(times))
    }
  }

  /// How much of the best twenty of all matches the best twenty of the bounded search hold.
  private static func overlap(
    _ engine: SearchEngine,
    _ samples: [QuerySample],
    clock: LocalClock,
    results: inout Results
  ) throws {
    for sample in samples where sample.relevanceAim != nil {
      var shares: [Double] = []
      var times: [Double] = []
      for text in sample.queries.prefix(8) {
        var request = SearchRequest(
          query: try Query(parsing: text, at: clock),
          order: .relevance
        )
        let bounded = Set(try engine.search(request).hits.map(\.itemId))
        request.isExhaustive = true
        var all: [String] = []
        times.append(try milliseconds { all = try engine.search(request).hits.map(\.itemId) })
        if !all.isEmpty {
          shares.append(Double(all.filter(bounded.contains).count) / Double(all.count))
        }
      }
      let mean = shares.reduce(0, +) / Double(max(shares.count, 1))
      results.add("search", "best 20 held: \(sample.name)", mean * 100, "%")
      results.add("search", "exhaustive: \(sample.name)", Spread(times))
    }
  }
}
