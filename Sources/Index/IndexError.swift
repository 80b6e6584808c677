/// Why an index file cannot be used as asked.
public enum IndexError: Error, Sendable, Equatable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is no index of Trawl's.
  case notAnIndex(path: String)
  /// A newer Trawl made the file.
  case tooNew(path: String, version: Int, known: Int)
  /// The file's words were made by other rules than this program's, so it must not write them.
  case otherAnalysis(path: String, file: String, program: String)
  /// The file holds the stems of other languages than were asked for.
  case otherLanguages(path: String, file: String, asked: String)
  /// The file holds stems of a language that this program or its stemmer does not know.
  case unknownLanguages(path: String, file: String)
  /// The log beside the file holds changes and this user may not bring them in.
  case unreadableLog(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// The file may not be written.
  case notWritable(path: String)
}

extension IndexError: CustomStringConvertible {
  /// One line: what is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no index at \(path); make one with 'trawl import' or name another with --db"
    case .notAnIndex(let path):
      "\(path) is not a Trawl index; name another file with --db"
    case .tooNew(let path, let version, let known):
      "\(path) was made by a newer Trawl (schema \(version), this one knows \(known)); update Trawl"
    case .otherAnalysis(let path, let file, let program):
      "\(path) holds words made by other rules (\(file)) than this Trawl's (\(program)); "
        + "run 'trawl check --repair' to index it anew"
    case .otherLanguages(let path, let file, let asked):
      "\(path) was indexed with --language \(file), not \(asked); leave --language out, or "
        + "run 'trawl check --repair --language \(asked)' to index it anew"
    case .unknownLanguages(let path, let file):
      "\(path) was indexed with --language \(file), and this Trawl does not know them all; update Trawl, or "
        + "run 'trawl check --repair --language none' to index it anew"
    case .unreadableLog(let path):
      "\(path) has changes in its log (\(path)-wal) that only someone who may write its folder can read; "
        + "let its owner run 'trawl status' once, or copy the file together with its log"
    case .busy(let path):
      "\(path) is being written by another process; try again when it is done"
    case .notWritable(let path):
      "\(path) or its folder may not be written by this user; use another --db or get the right to write"
    }
  }
}
