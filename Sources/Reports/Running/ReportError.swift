public import SQLite

/// Why a report could not be run.
public enum ReportError: Error, Sendable, Equatable {
  /// No folder has a report of that name; `known` are those there are.
  case unknownReport(String, known: [String])
  /// The report takes no such parameter.
  case unknownParameter(String, report: String, known: [String])
  /// A parameter without a default was not given.
  case missingParameter(String, report: String, kind: ReportParameter.Kind)
  /// A value is none of its parameter's kind.
  case badValue(String, parameter: String, kind: ReportParameter.Kind)
  /// SQLite does not take a block's SQL, or fails in the midst of it.
  case query(Place, SQLiteError)
  /// A block's SQL would do something else than read.
  case refused(Place)
  /// A block's SQL has a join that would show what is to be hidden.
  case cannotHide(Place)
  /// A block's SQL was still running at the report's deadline.
  case tookTooLong(Place, limit: Duration)
  /// A block's SQL has a parameter that the report does not.
  case unboundParameter(Place, known: [String])
  /// A block's rows say by no column of this name how many people they are about.
  case noGroupColumn(Place, name: String, columns: [String])
  /// A block's columns cannot be shown as it asks; `needs` says which can.
  case unfitColumns(Place, Presentation, needs: String)
  /// `{{block.column}}` names a column that the block has not.
  case unknownColumn(file: String, line: Int, reference: String, columns: [String])

  /// Where in a report's file something is.
  public struct Place: Sendable, Equatable {
    /// The file.
    public let file: String
    /// The line its block opens at, from 1.
    public let line: Int
    /// The block's name.
    public let block: String
  }
}

extension ReportError: CustomStringConvertible {
  /// One line: where, what is wrong, and what there is instead.
  public var description: String {
    switch self {
    case .unknownReport(let name, let known):
      "there is no report '\(name)'; there are \(list(known))"
    case .unknownParameter(let name, let report, let known):
      "the report \(report) takes no '\(name)'"
        + (known.isEmpty ? "; it takes nothing" : "; it takes \(list(known))")
    case .missingParameter(let name, let report, let kind):
      "the report \(report) needs '\(name)', which is of kind \(kind.rawValue)"
    case .badValue(let value, let parameter, let kind):
      "'\(value)' is no value for '\(parameter)', which is of kind \(kind.rawValue)"
    case .query(let place, let error): "\(place): \(error.message)"
    case .refused(let place): "\(place): a report may only read, and only with SELECT"
    case .cannotHide(let place):
      "\(place): a report with codes for names cannot have FULL or RIGHT joins; write LEFT JOIN"
    case .tookTooLong(let place, let limit):
      "\(place): stopped, since the report took more than \(seconds(limit)) s"
    case .unboundParameter(let place, let known):
      "\(place): its SQL has a parameter that the report does not; "
        + (known.isEmpty ? "it takes nothing" : "it takes \(list(known.map { ":" + $0 }))")
    case .noGroupColumn(let place, let name, let columns):
      "\(place): group=\(name) is no column; it has \(list(columns)), and group=one and group=all mean no column"
    case .unfitColumns(let place, let presentation, let needs):
      "\(place): show=\(presentation.rawValue) needs \(needs)"
    case .unknownColumn(let file, let line, let reference, let columns):
      "\(file):\(line): '{{\(reference)}}' is no column; the block has \(list(columns))"
    }
  }

  /// `60`, or `0.02`.
  private func seconds(_ limit: Duration) -> String {
    let seconds = limit / .seconds(1)
    return seconds == seconds.rounded() ? "\(limit.components.seconds)" : "\(seconds)"
  }

  private func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension ReportError.Place: CustomStringConvertible {
  /// File, line and block.
  public var description: String { "\(file):\(line): block '\(block)'" }
}
