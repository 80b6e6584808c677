import Arguments
import Index
import Output
import Reports
import Text

/// `trawl status`.
struct StatusCommand: Command {
  static let name = "status"
  static let summary = "Show what the index holds."
  static let discussion = """
    Counts, the time it spans, its size and versions, and the records that were set aside, by reason; \
    where ingests fill it, how complete it is, and the conversations of which most is wanting.
    """
  static let examples = [
    Example("trawl status", "For people."),
    Example("trawl status --format json | jq .counts.messages", "For a script."),
  ]

  var format = SummaryFormat.table
  var pager = PagerOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .option("-f", "--format", to: \.format, value: "format", help: "How to print it."),
      .group(\.pager),
      .group(\.global),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    let path = try global.readablePath(in: console)
    let zone = try global.timeZone(in: console)
    let status = try IndexStatus(path: path)
    try console.output.write(
      format == .json
        ? status.json(path: path, zone: zone)
        : status.text(path: path, zone: zone, now: console.now)
    )
    return .done
  }
}

extension IndexStatus {
  /// The status for people: a name and a value a line.
  fileprivate func text(path: String, zone: Zone, now: Int64) -> String {
    let time = { (milliseconds: Int64) in zone.civilTime(at: milliseconds).short }
    var rows = [("index", path), ("size", Figures.size(byteCount))]
    if let earliest, let latest {
      rows.append(("time", "\(time(earliest)) to \(time(latest)) \(zone.identifier)"))
    }
    rows += counts.map { ($0.name, Figures.grouped($0.count)) }
    if itemsWithoutTime > 0 {
      rows.append(
        ("without time", "\(Figures.counted(itemsWithoutTime, "item")) placed by what is known")
      )
    }
    if let lastRun { rows.append(("last write", "\(time(lastRun)) \(zone.identifier)")) }
    rows += coverageRows(at: now) { "\(time($0)) \(zone.identifier)" }
    let remark = analysisIsCurrent ? "" : ", not this program's: run 'trawl check --repair'"
    rows.append(
      ("versions", "schema \(schemaVersion), words \(analysis)\(remark), SQLite \(sqliteVersion)")
    )
    rows.append(("languages", languages.description))
    rows.append(("revision", Figures.grouped(revision)))
    rows += quarantine.map { ("set aside", "\(Figures.grouped($0.count)) × \($0.reason)") }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + TerminalText.safe(value) + "\n"
    }.joined()
  }

  /// How complete the index is, and what is wanting where.
  private func coverageRows(
    at now: Int64,
    time: (Int64) -> String
  ) -> [(String, String)] {
    guard let coverage else { return [] }
    var rows = [("coverage", coverage.sentence(at: now, time: time))]
    if let bound = coverage.bound {
      let verified = coverage.verifiedTo.map { "; all were, up to \(time($0))" } ?? ""
      let span = TimeSpan(milliseconds: bound).argumentText
      rows.append(("verified", "any edit, like or deletion is seen within \(span)\(verified)"))
    }
    rows += worst.filter(\.isWanting).map { ("wanting", $0.line(time: time)) }
    return rows
  }

  /// The status as a JSON document; times are ms since 1970 UTC.
  fileprivate func json(path: String, zone: Zone) -> String {
    var json = JSONWriter(.indented(depth: 2))
    json.object { json in
      json.member("schemaVersion", 1)
      json.member("path", path)
      json.member("byteCount", byteCount)
      json.member("earliest", earliest)
      json.member("latest", latest)
      json.object("counts") { json in
        for count in counts { json.member(count.name, count.count) }
      }
      json.member("itemsWithoutTime", itemsWithoutTime)
      json.array("quarantine") { json in
        for kind in quarantine {
          json.object { json in
            json.member("reason", kind.reason)
            json.member("count", kind.count)
          }
        }
      }
      json.member("lastRun", lastRun)
      json.member(coverage: coverage)
      json.array("worstConversations") { json in
        for conversation in worst { json.value(conversation) }
      }
      json.member("revision", revision)
      json.member("indexSchema", self.schemaVersion)
      json.member("analysis", analysis)
      json.member("analysisIsCurrent", analysisIsCurrent)
      json.array("languages") { json in
        for language in languages.all { json.value(language.rawValue) }
      }
      json.member("sqliteVersion", sqliteVersion)
    }
    json.endLine()
    return json.text
  }
}
