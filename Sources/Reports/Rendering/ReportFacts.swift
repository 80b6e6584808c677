import Index
import Output

/// A line of a report's header.
public struct ReportFact: Sendable, Equatable {
  /// What it is about, such as `Time zone`.
  public let label: String
  /// What holds, any text.
  public let value: String

  /// Pairs a label with what holds.
  public init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

extension ReportResult {
  /// What it was made of, as the headers of all formats for reading say it.
  public var facts: [ReportFact] {
    let text = ReadableText(zone: zone)
    var facts: [ReportFact] = []
    if let period {
      let partial = header.isPartial == true ? ", not over or not complete" : ""
      facts.append(
        ReportFact("Period", "\(period.name), \(period.first) to \(period.last)\(partial)")
      )
      if period.weekStart != .monday {
        facts.append(ReportFact("Weeks begin on", heading(period.weekStart.rawValue)))
      }
    }
    let zoneData = header.zoneData.isEmpty ? "" : " (tzdata \(header.zoneData))"
    facts.append(ReportFact("Time zone", zone.identifier + zoneData))
    for parameter in parameters where parameter.value != period.map({ .text($0.name) }) {
      facts.append(ReportFact(parameter.name, text.text(of: parameter.shown)))
    }
    if let coverage = header.coverage {
      let completeTo = coverage.completeTo.map { text.text(of: .time($0)) }
      facts.append(ReportFact("Index complete to", completeTo ?? "–"))
    }
    if header.revision > 0 {
      facts.append(ReportFact("Index revision", String(header.revision)))
    }
    if !header.program.isEmpty { facts.append(ReportFact("Trawl", header.program)) }
    if header.minimumGroup > 1 {
      facts.append(ReportFact("Groups", "of \(header.minimumGroup) people and more"))
    }
    if header.isPseudonymised {
      facts.append(ReportFact("Names", "replaced by codes, texts left out"))
    }
    return facts
  }
}
