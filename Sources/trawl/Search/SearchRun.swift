import Arguments
import Index
import Output
import Reports
import Search

/// One question, answered as the options want it: by hits, by a count or by an explanation.
struct SearchRun {
  let question: Question
  let options: SearchOptions
  let console: Console
  let zone: Zone
  let engine: SearchEngine
  private let coverage: Coverage?
  /// When the time is up.
  let deadline: ContinuousClock.Instant?

  /// Opens the index.
  ///
  /// - Throws: `UsageError`, `IndexError`, `SQLiteError`.
  init(_ question: Question, options: SearchOptions, in console: Console) throws {
    self.question = question
    self.options = try options.printing(as: question.saved)
    self.console = console
    zone = try options.global.timeZone(in: console)
    engine = try SearchEngine(path: try options.global.readablePath(in: console))
    coverage = try engine.coverage()
    deadline = options.timeout.map { .now + $0.duration }
  }

  /// Answers the question.
  ///
  /// - Returns: `.nothing` when there are no hits, `.partial` when the time was up.
  /// - Throws: `QueryFailure`, `OutputError`, `SQLiteError`.
  func answer() throws -> Outcome {
    let conditions = try options.scoping.nodes(at: clock)
    let query = try QueryFailure.pointing(at: nil) {
      try question.query(at: clock).narrowed(by: conditions)
    }
    if query.scope.rows == .conversations, let other = options.gathering.given.first {
      throw UsageError(.conflict(other, "scope:\(query.scope.rawValue)"))
    }
    let outcome = try QueryFailure.pointing(at: question.pointedText, place: question.place) {
      if options.isExplain { return try explain(query) }
      if options.isCount { return try count(query) }
      if options.gathering.grouping != nil { return try group(query) }
      return showsHits ? try list(query) : try spread(query)
    }
    console.say(coverage, in: zone)
    return outcome
  }

  /// The moment and the zone in which dates are read.
  var clock: LocalClock { LocalClock(timeZone: zone.timeZone, now: console.now) }

  private func explain(_ query: Query) throws -> Outcome {
    let explanation = try engine.explanation(of: query)
    switch options.output.format {
    case .json, .ndjson:
      var json = JSONWriter(options.output.format == .json ? .indented(depth: 12) : .compact)
      json.object { json in
        json.member("schemaVersion", JSONWriter.explanationSchemaVersion)
        json.member("query", question.text)
        json.array("filters") { json in for text in question.filters.texts { json.value(text) } }
        json.members(of: explanation)
      }
      json.endLine()
      try console.output.write(json.takeBytes())
    default:
      try console.output.write(TerminalText.safeLines(explanation.description) + "\n")
    }
    return .done
  }

  private func count(_ query: Query) throws -> Outcome {
    guard let count = try engine.count(query, timeout: options.timeout?.duration) else {
      console.note("the time was up before all was counted; give more with --timeout")
      return .partial
    }
    switch options.output.format {
    case .json, .ndjson:
      var json = JSONWriter(options.output.format == .json ? .pretty : .compact)
      json.object { json in
        json.member("schemaVersion", JSONWriter.hitSchemaVersion)
        head(&json)
        json.member("count", count)
      }
      json.endLine()
      try console.output.write(json.takeBytes())
    case .csv: try console.output.write("count\r\n\(count)\r\n")
    case .table, .markdown, .ids, .circuit: try console.output.write("\(count)\n")
    }
    guard count == 0 else { return .done }
    try console.output.flush()
    say(nothingFoundIn: try engine.search(SearchRequest(query: query, limit: 1)))
    return .nothing
  }

  /// Lists hits page by page, so that any number of them takes the memory of one page.
  private func list(_ query: Query) throws -> Outcome {
    var left = options.isAll ? Int.max : limit
    var request = request(query, order: order)
    request.isExhaustive = options.isExhaustive
    var writer: HitWriter?
    var found = 0
    while true {
      request.limit = min(left, Self.pageSize)
      request.timeout = timeLeft
      let answer = try engine.search(request)
      let pages =
        writer
        ?? HitWriter(options.output, kinds: query.scope.rows, in: console, zone: zone, head: head)
      writer = pages
      try pages.write(answer)
      found += answer.rowCount
      left -= query.scope.rows == .conversations ? answer.conversations.count : answer.hits.count
      guard left > 0, !answer.isPartial, let cursor = answer.nextCursor else {
        let facets = found > 0 ? try self.facets(of: query) : nil
        try pages.finish(answer, facets)
        if let facets { try writeTables(facets) }
        return conclude(answer, found: found, facets)
      }
      request.cursor = cursor
    }
  }

  /// A request for the first page, or the one that a cursor begins.
  func request(_ query: Query, order: SearchOrder) -> SearchRequest {
    var request = SearchRequest(query: query, order: order, cursor: options.cursor)
    if options.output.format == .table {
      request.snippetLength = HitRow.snippetLength(columns: console.terminal.columns)
    }
    return request
  }

  /// How long there is still to search.
  var timeLeft: Duration? { deadline.map { max(.zero, $0 - .now) } }

  static let pageSize = 1000

  var order: SearchOrder { question.order(options) }

  var limit: Int { question.limit(options) }

  /// What a JSON document says before its hits.
  func head(_ json: inout JSONWriter) {
    json.member("query", question.text)
    if let saved = question.saved { json.member("savedQuery", saved.name) }
    json.array("filters") { json in for text in question.filters.texts { json.value(text) } }
    if let scope = options.scoping.scope { json.member("scope", scope.argumentText) }
    if !options.isCount { json.member("sort", order.rawValue) }
    json.member("timezone", zone.identifier)
    json.member(coverage: coverage)
  }

  /// Says on standard error what the rows cannot.
  func conclude(_ answer: SearchAnswer, found: Int, _ facets: FacetAnswer? = nil) -> Outcome {
    if !answer.ignored.isEmpty {
      console.note(
        "left out, since there is nothing in it to look for: "
          + answer.ignored.map { "'\($0)'" }.joined(separator: ", ")
      )
    }
    if answer.isPartial {
      console.note(
        "the time was up: \(Figures.counted(found, noun)) until then; "
          + "give more with --timeout"
      )
      return .partial
    }
    guard found > 0 else {
      say(nothingFoundIn: answer)
      return .nothing
    }
    if let ranked = answer.rankedAmong, ranked.isBounded {
      console.note(
        "ranked among the newest \(Figures.grouped(ranked.count)) matches; "
          + "older ones were not compared"
      )
    }
    let outcome = facets.map(conclude) ?? .done
    if let cursor = answer.nextCursor, options.output.format != .json {
      console.note("\(Figures.counted(found, noun)), and more: --cursor \(cursor)")
    }
    return outcome
  }

  /// What the rows of the answer are.
  private var noun: String { options.gathering.grouping?.rawValue ?? "hit" }

  func say(nothingFoundIn answer: SearchAnswer) {
    let cause = answer.emptyCause.map { ": \($0.sentence)" } ?? ""
    // Where no saved query has the name, `@name` is a word.
    let name = question.words.hasPrefix("@") ? "; no saved query is called so either" : ""
    console.note(options.cursor == nil ? "nothing found\(cause)\(name)" : "no more hits")
    let lacks = answer.emptyCause?.incomplete?.sentences {
      "\(zone.civilTime(at: $0).short) \(zone.identifier)"
    }
    for sentence in lacks ?? [] { console.note(sentence) }
  }
}

extension Arguments.TimeSpan {
  /// The length as the standard library has it.
  var duration: Duration { .milliseconds(milliseconds) }
}
