import Arguments
import Index
import Ingest
import Output
import Reports
import SQLite
import Sandbox
import Search

/// What the user is told of an error, and how the process ends: the one place where errors become text.
struct Failure: Equatable {
  /// Lines for standard error; empty when there is nothing to tell.
  let text: String
  /// How the process ends.
  let outcome: Outcome

  /// Turns any error into text.
  init(_ error: any Error) {
    switch error {
    case let error as UsageError:
      self.init(error.description, hint: error.hint, outcome: .usage)
    case OutputError.brokenPipe:
      // The reader has seen enough: `trawl search x | head`.
      self.init([], outcome: .done)
    case let error as CommandError:
      self.init(error.description, outcome: error.outcome)
    case let error as QueryFailure:
      self.init(error)
    case let error as QueryError:
      self.init(QueryFailure(error: error, text: nil))
    case let error as SavedQueryError:
      self.init(error.description, outcome: .usage)
    case let error as ReportError:
      self.init(error.description, outcome: error.outcome)
    case is AccountError:
      self.init(String(describing: error), outcome: .usage)
    case is DefinitionError, is PeriodError, is ReportDocumentError:
      self.init(String(describing: error), outcome: .usage)
    case SandboxError.impossiblePlan, SandboxError.noSuchUser, SandboxError.tooFewUsers:
      self.init(String(describing: error), outcome: .usage)
    case let error as SQLiteError:
      self.init(error.sentence, outcome: .failed)
    default:
      self.init(String(describing: error), outcome: .failed)
    }
  }

  /// One line, and a hint below it.
  init(_ sentence: String, hint: String? = nil, outcome: Outcome) {
    // One line, whatever an argument or a system's message holds.
    self.init(["trawl: " + TerminalText.safe(sentence), hint], outcome: outcome)
  }

  /// A query's error: where it is, and for a name that several have, each of them on a line.
  private init(_ failure: QueryFailure) {
    let error = failure.error
    let place = failure.place.map { "\($0): " } ?? ""
    if case .ambiguousName(let name, let candidates) = error.kind {
      let lines = candidates.map { candidate in
        let facts = [candidate.name, candidate.detail, candidate.id].compactMap(\.self)
        return "  " + TerminalText.safe(facts.joined(separator: "  "))
      }
      let sentence = "\(place)'\(name)' could be any of these; name one by its id:"
      self.init(["trawl: " + TerminalText.safe(sentence)] + lines, outcome: .usage)
    } else if let text = failure.text, !error.range.isEmpty, text.utf8.count <= Self.longestShown {
      self.init(place + error.description, at: error.range, in: text)
    } else {
      self.init(place + error.description, outcome: .usage)
    }
  }

  /// Bytes of a query that is shown with its error: a pasted page would only hide it.
  private static let longestShown = 400

  /// One line, the query with carets under the part that is meant, and a hint.
  ///
  /// - Parameters:
  ///   - sentence: What is wrong.
  ///   - range: UTF-8 offsets into the query.
  ///   - query: The whole query.
  ///   - hint: What to do about it.
  init(_ sentence: String, at range: Range<Int>, in query: String, hint: String? = nil) {
    let lines = [
      "trawl: " + TerminalText.safe(sentence),
      "  " + TerminalText.safe(query),
      "  " + TerminalText.caret(under: range, in: query),
      hint,
    ]
    self.init(lines, outcome: .usage)
  }

  private init(_ lines: [String?], outcome: Outcome) {
    text = lines.compactMap(\.self).joined(separator: "\n")
    self.outcome = outcome
  }
}

extension ReportError {
  /// How the process ends: a report that is wrong is as bad as a wrong query.
  fileprivate var outcome: Outcome {
    if case .tookTooLong = self { .failed } else { .usage }
  }
}

extension SQLiteError {
  /// What happened, without the SQL: who runs a command did not write it.
  fileprivate var sentence: String {
    if isBusy { return "the index is being written by another process; try again when it is done" }
    if isCorrupt {
      return "the index is damaged (\(message)); see 'trawl check', or import into a new file"
    }
    return "the index could not be used: \(message) (SQLite code \(extendedCode))"
  }
}
