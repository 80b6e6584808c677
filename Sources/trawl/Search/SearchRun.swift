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
  private let zone: Zone
  private let engine: SearchEngine
  private let coverage: Coverage?

  /// Opens the index.
  ///
  /// - Throws: `UsageError`, `IndexError`, `SQLiteError`.
  init(_ question: Question, options: SearchOptions, in console: Console) throws {
    self.question = question
    self.options = options
    self.console = console
    zone = try options.global.timeZone(in: console)
    engine = try SearchEngine(path: try options.global.readablePath(in: console))
    coverage = try engine.coverage()
  }

  /// Answers the question.
  ///
  /// - Returns: `.nothing` when there are no hits, `.partial` when the time was up.
  /// - Throws: `QueryFailure`, `OutputError`, `SQLiteError`.
  func answer() throws -> Outcome {
    let clock = LocalClock(timeZone: zone.timeZone, now: console.now)
    let conditions = try options.scoping.nodes(at: clock)
    let query = try QueryFailure.pointing(at: nil) {
      try question.query(at: clock).narrowed(by: conditions)
    }
    let outcome = try QueryFailure.pointing(at: question.pointedText, place: question.place) {
      if options.isExplain { return try explain(query) }
      return options.isCount ? try count(query) : try list(query)
    }
    console.say(coverage, in: zone)
    return outcome
  }

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
    let deadline = options.timeout.map { ContinuousClock.now + $0.duration }
    var left = options.isAll ? Int.max : limit
    var request = SearchRequest(query: query, order: order, cursor: options.cursor)
    request.isExhaustive = options.isExhaustive
    if options.output.format == .table {
      request.snippetLength = HitRow.snippetLength(columns: console.terminal.columns)
    }
    var writer: HitWriter?
    var found = 0
    while true {
      request.limit = min(left, Self.pageSize)
      request.timeout = deadline.map { max(.zero, $0 - .now) }
      let answer = try engine.search(request)
      let pages =
        writer
        ?? HitWriter(options.output, kinds: query.scope.rows, in: console, zone: zone, head: head)
      writer = pages
      try pages.write(answer)
      found += answer.rowCount
      left -= query.scope.rows == .conversations ? answer.conversations.count : answer.hits.count
      guard left > 0, !answer.isPartial, let cursor = answer.nextCursor else {
        try pages.finish(answer)
        return conclude(answer, found: found)
      }
      request.cursor = cursor
    }
  }

  private static let pageSize = 1000

  private var order: SearchOrder {
    options.order ?? (options.isExhaustive ? .relevance : question.saved?.order ?? .newest)
  }

  private var limit: Int {
    options.limit ?? question.saved?.limit ?? SearchOptions.defaultLimit
  }

  /// What a JSON document says before its hits.
  private func head(_ json: inout JSONWriter) {
    json.member("query", question.text)
    if let saved = question.saved { json.member("savedQuery", saved.name) }
    json.array("filters") { json in for text in question.filters.texts { json.value(text) } }
    if let scope = options.scoping.scope { json.member("scope", scope.argumentText) }
    if !options.isCount { json.member("sort", order.rawValue) }
    json.member("timezone", zone.identifier)
    json.member(coverage: coverage)
  }

  /// Says on standard error what the rows cannot.
  private func conclude(_ answer: SearchAnswer, found: Int) -> Outcome {
    if !answer.ignored.isEmpty {
      console.note(
        "left out, since there is nothing in it to look for: "
          + answer.ignored.map { "'\($0)'" }.joined(separator: ", ")
      )
    }
    if answer.isPartial {
      console.note(
        "the time was up: \(Figures.counted(found, "hit")) until then; "
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
    if let cursor = answer.nextCursor, options.output.format != .json {
      console.note("\(Figures.counted(found, "hit")), and more: --cursor \(cursor)")
    }
    return .done
  }

  private func say(nothingFoundIn answer: SearchAnswer) {
    let cause = answer.emptyCause.map { ": \($0)" } ?? ""
    // Where no saved query has the name, `@name` is a word.
    let name = question.words.hasPrefix("@") ? "; no saved query is called so either" : ""
    console.note(options.cursor == nil ? "nothing found\(cause)\(name)" : "no more hits")
  }
}

extension Arguments.TimeSpan {
  /// The length as the standard library has it.
  var duration: Duration { .milliseconds(milliseconds) }
}
