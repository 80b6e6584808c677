import Foundation
import Search

/// What could be used in Trawl's place, on the same archive with the same queries in the same run.
///
/// Searches are timed by the CPU time of the thread that searches. Our answers have snippets; the peers fetch the twenty ids alone.
enum PeerSuite {
  /// A class of queries, as ours and as the peers'.
  private struct Kind: Encodable {
    var name: String
    var queries: [PeerQuery]
    var texts: [String]

    private enum CodingKeys: String, CodingKey { case name, queries }
  }

  /// What the script prints for a peer.
  private struct Peer: Decodable {
    struct Kind: Decodable {
      var name: String
      var newest: [Double]
      var relevance: [Double]
      var counts: [Int]
    }
    struct Times: Decodable {
      var name: String
      var ms: [Double]
    }

    var peer: String
    var missing: String?
    var items: Int?
    var seconds: Double?
    var reused: Bool?
    var bytes: Int?
    var classes: [Kind]?
    var times: [Times]?
  }

  /// Runs the peers and prints them beside us.
  ///
  /// - Throws: `BenchError`, `SearchEngine`'s errors.
  static func run(
    archive: String,
    database: String,
    settings: Settings,
    results: inout Results
  ) throws {
    let kinds = try QuerySample.all(of: database).compactMap { sample -> Kind? in
      let queries = sample.queries.compactMap { PeerQuery($0) }
      guard !queries.isEmpty, queries.count == sample.queries.count else { return nil }
      return Kind(name: sample.name, queries: queries, texts: sample.queries)
    }
    let peers = try measurePeers(kinds, archive: archive, settings: settings)
    for peer in peers {
      if let missing = peer.missing {
        print("\(peer.peer): \(missing)")
        continue
      }
      addBuild(of: peer, results: &results)
      for times in peer.times ?? [] {
        results.add("peers", "\(peer.peer): \(times.name)", Spread(times.ms))
      }
    }
    results.addTable(of: "peers")
    let engine = try SearchEngine(path: database)
    for order in [SearchOrder.newest, .relevance] {
      try compare(kinds, order, engine, with: peers.filter { $0.classes != nil }, results: &results)
    }
  }

  private static func measurePeers(
    _ kinds: [Kind],
    archive: String,
    settings: Settings
  ) throws -> [Peer] {
    let work = settings.file("peers", "work")
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    try JSONEncoder().encode(kinds).write(to: URL(fileURLWithPath: work + "/queries.json"))
    var arguments = [
      settings.script, archive, work + "/queries.json", "--work", work, "--peers",
      settings.peers, "--seconds", settings.peerSeconds,
    ]
    // Rates are comparable when they are of the same hour.
    if settings.suites.contains("import") { arguments.append("--fresh") }
    do {
      let output = work + "/peers.ndjson"
      let result = try Benchmark.run(settings.python, arguments, output: output)
      guard result.status == 0 else {
        throw BenchError.failed("\(settings.script) ended with status \(result.status)")
      }
      return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
        .map { try JSONDecoder().decode(Peer.self, from: Data($0.utf8)) }
    } catch BenchError.cannotRun(let program, let reason) {
      print("no peers: cannot run \(program): \(reason)")
      return []
    }
  }

  /// What building a peer's index took, and how much faster we were in the same run.
  private static func addBuild(of peer: Peer, results: inout Results) {
    guard let items = peer.items, let seconds = peer.seconds, seconds > 0 else { return }
    let rate = Double(items) / seconds
    let when = peer.reused == true ? " (in an earlier run)" : ""
    results.add("peers", "\(peer.peer): import\(when)", rate, "items/s")
    if let bytes = peer.bytes {
      results.add("peers", "\(peer.peer): size", Double(bytes) / 1e6, "MB")
    }
    if peer.reused == false, let ours = results.value("import", "trawl import, whole process") {
      let target = peer.peer == "tantivy" ? "≥ 2" : nil
      results.add("peers", "trawl import, times \(peer.peer)'s", ours / rate, "×", target: target)
    }
  }

  /// A table of one order: a class of queries a line, ours and the peers' p95.
  private static func compare(
    _ kinds: [Kind],
    _ order: SearchOrder,
    _ engine: SearchEngine,
    with peers: [Peer],
    results: inout Results
  ) throws {
    let clock = LocalClock(timeZone: .gmt, now: 1_795_194_000_000)
    var table = "| \(order.rawValue) 20, p95 in ms of CPU | Trawl |"
    table += peers.map { " \($0.peer) | of it | hits |" }.joined() + " aim | |\n|---|---|"
    table += String(repeating: "---|---|---|", count: peers.count) + "---|---|\n"
    for kind in kinds {
      let queries = try kind.texts.map { try Query(parsing: $0, at: clock) }
      let times = try queries.map { query in
        let request = SearchRequest(query: query, order: order)
        return try (0..<3).map { _ in try threadMilliseconds { _ = try engine.search(request) } }
          .min()
          ?? 0
      }
      let ours = Spread(times)
      var cells = ""
      var aim: String?
      for peer in peers {
        guard let theirs = peer.classes?.first(where: { $0.name == kind.name }) else {
          cells += " | | |"
          continue
        }
        let spread = Spread(order == .newest ? theirs.newest : theirs.relevance)
        if peer.peer == "tantivy" { aim = target(kind.name, order, tantivy: spread.p95) }
        let counts = try queries.prefix(theirs.counts.count).map { try engine.count($0) ?? 0 }
        let hits = agreement(counts, theirs.counts)
        let ratio = Results.text(ours.p95 / max(spread.p95, 0.001))
        cells += " \(Results.text(spread.p95)) | \(ratio) × | \(hits) |"
        let name = "\(peer.peer): \(order.rawValue): \(kind.name), p95"
        results.add("peers", name, spread.p95, "ms")
      }
      results.add("peers", "\(order.rawValue): \(kind.name)", ours, target: aim)
      let verdict = results.figures.last?.isMet.map { $0 ? "met" : "missed" } ?? ""
      table += "| \(kind.name) | \(Results.text(ours.p95)) |\(cells) \(aim ?? "") | \(verdict) |\n"
    }
    results.add(table: table)
    print(table)
  }

  /// What a class should reach beside tantivy's time.
  private static func target(_ kind: String, _ order: SearchOrder, tantivy: Double) -> String {
    let halved = ["one common word", "two words", "word and month"]
    if order == .relevance { return "≤ \(Results.text(max(tantivy, 4)))" }
    return "≤ \(Results.text(halved.contains(kind) ? tantivy / 2 : max(tantivy, 2)))"
  }

  /// Whether a peer finds as many hits as we do: otherwise it answers another question.
  private static func agreement(_ ours: [Int], _ theirs: [Int]) -> String {
    guard ours != theirs else { return "same" }
    let pairs = zip(ours, theirs).map { Double($1) / Double(max($0, 1)) }
    let span = [pairs.min(), pairs.max()].compactMap { $0.map(Results.text) }
    return Set(span).count == 1 ? "\(span[0]) ×" : span.joined(separator: "–") + " ×"
  }
}
