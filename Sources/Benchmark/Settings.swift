import Foundation

/// What to measure, and where.
struct Settings {
  var trawl = ".build/release/trawl"
  var items = 1_000_000
  var folder = ".build/bench"
  var archive: String?
  /// An index to search instead of importing; made first, in process, if it is not there.
  var database: String?
  /// The suites to run, by name.
  var suites = ["import", "search", "report", "changes", "peers", "hostile", "ingest"]
  /// The peers to measure, by the names their script knows.
  var peers = "tantivy,fts5,duckdb,ripgrep"
  /// The script that measures them, and what runs it.
  var script = "Scripts/bench-peers.py"
  var python = "python3"
  /// How long a peer may take for a class of queries in one order, in seconds.
  var peerSeconds = "4"
  /// The file for the tables in Markdown.
  var markdown: String?

  /// A file of this run in the folder; archives made here have files of their own for each size.
  func file(_ name: String, _ ending: String) -> String {
    archive == nil ? "\(folder)/\(name)-\(items).\(ending)" : "\(folder)/\(name).\(ending)"
  }

  /// Reads the command line.
  ///
  /// - Throws: `BenchError.usage`.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard let value = rest.popFirst() else { throw BenchError.usage("\(word) needs a value") }
      switch word {
      case "--trawl": trawl = value
      case "--folder": folder = value
      case "--archive": archive = value
      case "--database": database = value
      case "--peers": peers = value
      case "--peers-script": script = value
      case "--python": python = value
      case "--peer-seconds": peerSeconds = value
      case "--markdown": markdown = value
      case "--suites":
        let names = value.split(separator: ",").map(String.init)
        if let stranger = names.first(where: { !suites.contains($0) }) {
          throw BenchError.usage("no suite is called '\(stranger)'; there are \(suites)")
        }
        suites = names
      case "--items":
        guard let count = Int(value), count > 0 else {
          throw BenchError.usage("--items wants a number, not '\(value)'")
        }
        items = count
      default:
        throw BenchError.usage(
          "unknown option '\(word)'; there are --trawl --items --archive --database --folder --suites "
            + "--peers --peers-script --python --peer-seconds --markdown"
        )
      }
    }
  }
}
