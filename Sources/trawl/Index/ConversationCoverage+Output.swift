import Index
import Output

extension ConversationCoverage {
  /// Whether anything but age is the matter.
  var isWanting: Bool { !isBackfilled || reason != nil || lostSince != nil }

  /// What is wanting, in one line for people.
  ///
  /// - Parameter time: Writes a moment in the zone of the run.
  /// - Returns: The line.
  func line(time: (Int64) -> String) -> String {
    var facts: [String] = []
    if let lostSince { facts.append("no longer seen since \(time(lostSince))") }
    if !isBackfilled, lostSince == nil { facts.append("not read to its end yet") }
    if gaps > 0 { facts.append("\(Figures.counted(gaps, "gap"))") }
    if let reason { facts.append(reason) }
    return "\(name) (\(convId)): \(facts.joined(separator: "; "))"
  }
}

extension JSONWriter {
  /// Writes how completely a conversation is read.
  ///
  /// - Parameter coverage: How completely.
  mutating func value(_ coverage: ConversationCoverage) {
    object { json in
      json.member("convId", coverage.convId)
      json.member("name", coverage.name)
      json.member("completeFrom", coverage.completeFrom)
      json.member("newest", coverage.newest)
      json.member("backfilled", coverage.isBackfilled)
      json.member("verifiedAt", coverage.verifiedAt)
      json.member("gaps", coverage.gaps)
      json.member("reason", coverage.reason)
      json.member("lostSince", coverage.lostSince)
    }
  }
}
