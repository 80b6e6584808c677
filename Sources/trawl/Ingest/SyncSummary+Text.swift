import Index
import Ingest
import Output

extension SyncSummary {
  /// Things that are named one by one; the rest are counted.
  private static let shown = 20

  /// The summary in one line.
  var line: String {
    var parts = [
      "read \(Figures.counted(items.total, "item")): \(Figures.grouped(items.inserted)) inserted, "
        + "\(Figures.grouped(items.updated)) updated, \(Figures.grouped(items.unchanged)) unchanged",
      "asked \(Figures.grouped(asked)) of \(Figures.counted(conversations, "conversation"))"
        + (walked > 0 ? ", \(Figures.grouped(walked)) of them from beginning to end" : ""),
    ]
    if gone > 0 { parts.append("\(Figures.counted(gone, "item")) gone") }
    if lost > 0 { parts.append("\(Figures.counted(lost, "conversation")) no longer seen") }
    if closed > 0 {
      parts.append("\(Figures.counted(closed, "community", "communities")) not joined")
    }
    if people > 0 { parts.append("\(Figures.counted(people, "person", "people")) described") }
    if gaps > 0 { parts.append(Figures.counted(gaps, "gap")) }
    if quarantined > 0 { parts.append("\(Figures.counted(quarantined, "record")) set aside") }
    parts.append(
      "\(Figures.counted(requests, "request")) in \(Figures.duration(elapsedMilliseconds))"
    )
    return parts.joined(separator: "; ")
  }

  /// Says what is missing, and how to go on.
  func say(in console: Console) {
    for missing in missing.prefix(Self.shown) {
      console.note("missing: \(missing.what): \(missing.reason)")
    }
    if missing.count > Self.shown {
      console.note("and \(Figures.grouped(missing.count - Self.shown)) more")
    }
    switch cut {
    case .stopped:
      console.note("stopped: all that was read is kept; run the same command again to go on")
    case .budgetSpent:
      console.note("all requests of --max-requests are sent; run the same command again to go on")
    case nil: break
    }
    if overdue > 0 {
      console.note(
        "\(Figures.counted(overdue, "conversation")) could not be walked through within the bound; "
          + "give more with --max-requests, run more often, or widen --verify-within"
      )
    }
  }

  /// The summary as a JSON document, which ends in a line break.
  var json: String {
    var json = JSONWriter(.indented(depth: 2))
    json.object { json in
      json.member("schemaVersion", 1)
      json.object("items") { json in
        json.member("inserted", items.inserted)
        json.member("updated", items.updated)
        json.member("unchanged", items.unchanged)
        json.member("older", items.older)
        json.member("gone", gone)
      }
      json.object("conversations") { json in
        json.member("seen", conversations)
        json.member("asked", asked)
        json.member("walkedThrough", walked)
        json.member("lost", lost)
        json.member("closed", closed)
        json.member("unasked", unasked)
        json.member("overdue", overdue)
      }
      json.member("people", people)
      json.member("gaps", gaps)
      json.member("quarantined", quarantined)
      json.members(of: missing)
      json.member("endedEarly", cut?.rawValue)
      json.member("requests", requests)
      json.member("elapsedMilliseconds", elapsedMilliseconds)
    }
    json.endLine()
    return json.text
  }
}

extension SyncForecast {
  /// The forecast in one line.
  var line: String {
    [
      "would ask \(Figures.grouped(asked)) of \(Figures.counted(conversations, "conversation"))",
      "\(Figures.grouped(new)) of them for the first time",
      "\(Figures.grouped(walks)) from beginning to end",
      "at least \(Figures.counted(requests, "request"))",
    ].joined(separator: "; ")
  }

  /// The forecast as a JSON document, which ends in a line break.
  var json: String {
    var json = JSONWriter(.indented(depth: 2))
    json.object { json in
      json.member("schemaVersion", 1)
      json.object("conversations") { json in
        json.member("seen", conversations)
        json.member("asked", asked)
        json.member("new", new)
        json.member("walkedThrough", walks)
      }
      json.member("requests", requests)
      json.members(of: missing)
    }
    json.endLine()
    return json.text
  }
}

extension JSONWriter {
  fileprivate mutating func members(of missing: [SyncSummary.Missing]) {
    array("missing") { json in
      for thing in missing {
        json.object { json in
          json.member("what", thing.what)
          json.member("reason", thing.reason)
        }
      }
    }
  }
}
