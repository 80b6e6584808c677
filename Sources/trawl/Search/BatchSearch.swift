import Arguments
import Output
import Search

/// A query a line in, a JSON object a line out: one process and one engine for all of them.
///
/// Each answer leaves before the next line is read, so that another program can ask and wait.
struct BatchSearch {
  let options: SearchOptions
  let console: Console
  private let zone: Zone
  private let engine: SearchEngine
  private let library: SavedQueryLibrary

  /// Opens the index.
  ///
  /// - Throws: `UsageError`, `CommandError`, `IndexError`, `SQLiteError`.
  init(options: SearchOptions, in console: Console) throws {
    self.options = options
    self.console = console
    zone = try options.global.timeZone(in: console)
    engine = try SearchEngine(path: try options.global.readablePath(in: console))
    library = try options.library.library(in: console)
  }

  /// Answers every line of a file.
  ///
  /// - Parameter path: The file, or `-` for standard input.
  /// - Returns: `.partial` when a query was wrong or ran out of time.
  /// - Throws: `CommandError`, `OutputError`, `SQLiteError`.
  func run(_ path: String) throws -> Outcome {
    let lines = try InputLines(path: path)
    var outcome = Outcome.done
    while let line = lines.next() {
      var json = JSONWriter()
      do {
        if try write(line, to: &json) { outcome = .partial }
      } catch {
        guard let sentence = Self.sentence(of: error) else { throw error }
        json = JSONWriter()
        json.object { json in
          json.member("query", line)
          json.member("error", sentence)
        }
        outcome = .partial
      }
      json.endLine()
      try console.output.write(json.takeBytes())
      try console.output.flush()
    }
    return outcome
  }

  /// Answers a line; true when the time was up.
  private func write(_ line: String, to json: inout JSONWriter) throws -> Bool {
    // Of this moment: a batch may run for days.
    let clock = LocalClock(timeZone: zone.timeZone, now: Console.presentTime())
    let question = try Question(naming: line, in: library, options)
    let query = try question.query(at: clock).narrowed(by: options.scoping.nodes(at: clock))
    let start = ContinuousClock.now
    let deadline = options.timeout.map { start + $0.duration }
    let explanation = options.isExplain ? try engine.explanation(of: query) : nil
    let answer = try answer(query, question, until: deadline)
    let total = options.isCount ? try engine.count(query, timeout: Self.left(until: deadline)) : 0
    let facets = try options.gathering.spread(
      of: query,
      from: engine,
      at: clock,
      timeout: Self.left(until: deadline)
    )
    let isPartial = answer.isPartial || total == nil || facets?.isPartial == true
    let elapsed = ContinuousClock.now - start
    json.object { json in
      json.member("query", line)
      if let explanation { json.object("explanation") { $0.members(of: explanation) } }
      if query.scope.rows == .everything {
        json.array("people") { json in for hit in answer.people { json.value(hit) } }
      }
      if query.scope.rows != .items {
        json.array("conversations") { json in
          for hit in answer.conversations { json.value(hit) }
        }
      }
      json.array("hits") { json in for hit in answer.hits { json.value(hit) } }
      if options.isCount { json.member("total", total) }
      if let facets { json.members(of: facets) }
      json.members(of: answer)
      // To the microsecond.
      json.member("elapsedMilliseconds", (elapsed / .microseconds(1)).rounded() / 1000)
    }
    return isPartial
  }

  /// The answer of as many pages as it takes.
  private func answer(
    _ query: Query,
    _ question: Question,
    until deadline: ContinuousClock.Instant?
  ) throws -> SearchAnswer {
    var request = SearchRequest(query: query, order: question.order(options))
    request.isExhaustive = options.isExhaustive
    var left = options.isAll ? Int.max : question.limit(options)
    var whole: SearchAnswer?
    while true {
      request.limit = min(left, SearchRun.pageSize)
      request.timeout = Self.left(until: deadline)
      var page = try engine.search(request)
      left -= query.scope.rows == .conversations ? page.conversations.count : page.hits.count
      if let whole {
        page.hits = whole.hits + page.hits
        page.conversations = whole.conversations + page.conversations
        page.people = whole.people
      }
      whole = page
      guard left > 0, !page.isPartial, let cursor = page.nextCursor else { return page }
      request.cursor = cursor
    }
  }

  private static func left(until deadline: ContinuousClock.Instant?) -> Duration? {
    deadline.map { max(.zero, $0 - .now) }
  }

  /// What is wrong with a query, or nil for an error that is not about it.
  private static func sentence(of error: any Error) -> String? {
    switch error {
    case let error as QueryFailure: error.error.description
    case let error as QueryError: error.description
    case let error as SavedQueryError: error.description
    default: nil
    }
  }
}
