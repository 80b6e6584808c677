import Index
import Ingest
import Output

extension ImportSummary {
  /// The summary in one line.
  var line: String {
    let records = RecordKind.allCases.compactMap { kind in
      others[kind].map {
        Figures.counted($0.total, String(kind.rawValue.dropLast()), kind.rawValue)
      }
    }
    let parts = [
      "imported \(Figures.counted(items.total, "item")): \(Figures.grouped(items.inserted)) inserted, "
        + "\(Figures.grouped(items.updated)) updated, \(Figures.grouped(items.unchanged)) unchanged, "
        + "\(Figures.grouped(items.older)) older",
      records.joined(separator: ", "),
      "\(Figures.counted(rejectedCount, "line")) set aside",
      "\(Figures.duration(elapsedMilliseconds)) "
        + "(\(Figures.grouped(Figures.rate(items.total, in: elapsedMilliseconds)))/s)",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The summary as a JSON document, which ends in a line break.
  var json: String {
    var json = JSONWriter(.indented(depth: 1))
    json.object { json in
      json.member("schemaVersion", 1)
      json.object("items") { $0.members(of: items) }
      for kind in RecordKind.allCases {
        if let counts = others[kind] { json.object(kind.rawValue) { $0.members(of: counts) } }
      }
      json.object("rejected") { json in
        for (reason, count) in rejected.sorted(by: { $0.key < $1.key }) {
          json.member(reason, count)
        }
      }
      json.member("quarantined", newlyQuarantined)
      json.member("repaired", repaired)
      json.member("stoppedAtBadLine", stoppedAtBadLine)
      json.member("elapsedMilliseconds", elapsedMilliseconds)
    }
    json.endLine()
    return json.text
  }
}

extension JSONWriter {
  fileprivate mutating func members(of counts: WriteCounts) {
    member("inserted", counts.inserted)
    member("updated", counts.updated)
    member("unchanged", counts.unchanged)
    object("skipped") { $0.member("older", counts.older) }
  }
}
