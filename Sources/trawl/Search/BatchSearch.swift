import Arguments
import Output
import Search

/// A query a line in, a JSON object a line out: one process and one engine for all of them.
///
/// Each answer leaves before the next line is read, so that another program can ask and wait.
struct BatchSearch {
  let options: SearchOptions
  let console: Console

  /// Answers every line of a file.
  ///
  /// - Parameter path: The file, or `-` for standard input.
  /// - Returns: `.partial` when a query was wrong or ran out of time.
  /// - Throws: `CommandError`, `OutputError`, `IndexError`, `SQLiteError`.
  func run(_ path: String) throws -> Outcome {
    let zone = try options.global.timeZone(in: console)
    let engine = try SearchEngine(path: try options.global.readablePath(in: console))
    let library = try options.library.library(in: console)
    let lines = try InputLines(path: path)
    var outcome = Outcome.done
    while let line = lines.next() {
      // Of this moment: a batch may run for days.
      let clock = LocalClock(timeZone: zone.timeZone, now: Console.presentTime())
      var json = JSONWriter()
      do {
        let question = try Question(
          naming: line,
          in: library,
          scope: options.scoping.scope,
          filters: options.filters
        )
        let isPartial = try write(question, at: clock, from: engine, to: &json, line: line)
        if isPartial { outcome = .partial }
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

  private func write(
    _ question: Question,
    at clock: LocalClock,
    from engine: SearchEngine,
    to json: inout JSONWriter,
    line: String
  ) throws -> Bool {
    let start = ContinuousClock.now
    let answer = try engine.search(
      SearchRequest(
        query: try question.query(at: clock),
        order: options.order ?? question.saved?.order ?? .newest,
        limit: options.limit ?? question.saved?.limit ?? SearchOptions.defaultLimit,
        timeout: options.timeout?.duration
      )
    )
    let elapsed = ContinuousClock.now - start
    json.object { json in
      json.member("query", line)
      json.array("hits") { json in for hit in answer.hits { json.value(hit) } }
      json.members(of: answer)
      // To the microsecond.
      json.member("elapsedMilliseconds", (elapsed / .microseconds(1)).rounded() / 1000)
    }
    return answer.isPartial
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
