import Arguments
internal import Foundation
import Search

/// What only commands themselves run into, as facts.
enum CommandError: Error, Equatable {
  /// A folder cannot be made; `code` is the system's `errno`.
  case cannotMakeFolder(path: String, code: Int32)
  /// A file cannot be read; `code` is the system's `errno`.
  case cannotRead(path: String, code: Int32)
  /// The index, or a folder above it, is closed to this user.
  case indexNotReadable(path: String)
  /// An option names a folder that is not there.
  case noFolder(option: String, path: String)
  /// What is to be written would go among other files.
  case folderNotEmpty(path: String)
  /// Several files are to be written where a file is.
  case notAFolder(path: String)
  /// The platform's own search is asked for more than it takes.
  case notOneTerm
  /// A file of conditions says something wrong.
  case wrongFilter(path: String, FilterDocumentError)
  /// A period is given for a report that has none.
  case noPeriod(report: String)
  /// The period is given by an option and by `--set`.
  case periodTwice(parameter: String)
  /// A report a week is asked for in a period without a whole one.
  case noWholeWeek(period: String)
  /// The report has no block of that name.
  case unknownBlock(String, report: String, known: [String])

  /// How the process ends.
  var outcome: Outcome {
    switch self {
    case .cannotMakeFolder, .cannotRead, .indexNotReadable: .failed
    case .noFolder, .folderNotEmpty, .notAFolder, .unknownBlock, .wrongFilter, .notOneTerm,
      .noPeriod,
      .periodTwice, .noWholeWeek:
      .usage
    }
  }
}

extension CommandError: CustomStringConvertible {
  var description: String {
    switch self {
    case .cannotMakeFolder(let path, let code):
      "cannot make the folder '\(path)': \(Self.reason(code))"
    case .cannotRead(let path, let code):
      "cannot read '\(path)': \(Self.reason(code))"
    case .indexNotReadable(let path):
      "the index \(path) may not be read by this user; have its owner allow it, "
        + "or name another with --db"
    case .noFolder(let option, let path):
      "'\(option)' names no folder: '\(path)'"
    case .folderNotEmpty(let path):
      "the folder '\(path)' is not empty; choose another, or write into it with --force"
    case .notAFolder(let path):
      "'\(path)' is no folder, and several blocks need one; choose one block with --block"
    case .notOneTerm:
      "the platform's search takes one term and one --scope: leave keys, operators and filters out "
        + "(--account chooses who asks)"
    case .wrongFilter(let path, let error):
      "the filter in '\(path)' is wrong: \(error)"
    case .noPeriod(let report): "the report \(report) is about no period, so it takes none"
    case .periodTwice(let parameter):
      "the period is given twice: by an option, and by --set \(parameter)=…"
    case .noWholeWeek(let period): "there is no whole week in \(period)"
    case .unknownBlock(let name, let report, let known):
      "the report \(report) has no block '\(name)'; it has \(known.joined(separator: ", "))"
    }
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
