import Arguments
import Output

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
    case let error as OutputError:
      self.init(error.description, outcome: .failed)
    default:
      self.init(String(describing: error), outcome: .failed)
    }
  }

  /// One line, and a hint below it.
  init(_ sentence: String, hint: String? = nil, outcome: Outcome) {
    // One line, whatever an argument or a system's message holds.
    self.init(["trawl: " + TerminalText.safe(sentence), hint], outcome: outcome)
  }

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
