import Index
import Output
import Reports
import Search

/// Flags to print, in any format, grouped or not.
///
/// Table and Markdown have a heading a group; CSV and NDJSON a column; JSON nests.
struct FlaggedList {
  let entries: [FlaggedEntry]
  let grouping: FlaggedGrouping?
  /// Whether a limit left some out.
  let isCut: Bool
  /// Everyone whose flags the index holds.
  let flaggers: [NameCandidate]
  /// The moment that ages are counted to, in ms since 1970 UTC.
  let now: Int64
  /// How complete the index is.
  let coverage: Coverage?

  private var groups: [FlaggedGroup]? {
    grouping.map { FlaggedGroup.groups(of: entries, by: $0) }
  }

  /// Prints the list.
  ///
  /// - Throws: `OutputError`.
  func write(_ options: OutputOptions, in console: Console, zone: Zone) throws(OutputError) {
    switch options.format {
    case .json: try console.output.write(document(zone: zone))
    case .ndjson: try console.output.write(lines())
    case .csv: try writeCSV(options, in: console, zone: zone)
    case .ids:
      var seen: Set<String> = []
      for entry in entries where seen.insert(entry.itemId).inserted {
        try console.output.write(TerminalText.safe(entry.itemId) + "\n")
      }
    case .table, .markdown: try writeTables(options, in: console, zone: zone)
    }
    try console.output.flush()
  }

  private func writeTables(
    _ options: OutputOptions,
    in console: Console,
    zone: Zone
  ) throws(OutputError) {
    guard let groups else { return try write(entries, options, in: console, zone: zone) }
    for (index, group) in groups.enumerated() {
      let ages = group.entries.compactMap { $0.age(at: now) }
      let oldest = ages.max().map { ", oldest \(Age(milliseconds: $0).text)" } ?? ""
      let facts = "\(Figures.counted(group.entries.count, "flag"))\(oldest)"
      let name = Self.name(of: group)
      let heading =
        options.format == .markdown
        ? "## \(MarkdownText.escaped(name))\n\n\(facts)\n\n"
        : "\(TerminalText.safe(name)): \(facts)\n"
      try console.output.write((index > 0 ? "\n" : "") + heading)
      try write(group.entries, options, in: console, zone: zone)
    }
  }

  private func write(
    _ entries: [FlaggedEntry],
    _ options: OutputOptions,
    in console: Console,
    zone: Zone
  ) throws(OutputError) {
    let writer = options.writer(of: FlaggedRow.columns, in: console, zone: zone)
    for entry in entries { try writer.write(FlaggedRow.cells(entry, now: now)) }
    try writer.finish()
  }

  private func writeCSV(
    _ options: OutputOptions,
    in console: Console,
    zone: Zone
  ) throws(OutputError) {
    guard let groups else { return try write(entries, options, in: console, zone: zone) }
    let columns = [Column("group")] + FlaggedRow.columns
    let writer = options.writer(of: columns, in: console, zone: zone)
    for group in groups {
      for entry in group.entries {
        try writer.write([.text(Self.name(of: group))] + FlaggedRow.cells(entry, now: now))
      }
    }
    try writer.finish()
  }

  private func document(zone: Zone) -> [UInt8] {
    var json = JSONWriter(.indented(depth: groups == nil ? 2 : 4))
    json.object { json in
      json.member("schemaVersion", JSONWriter.hitSchemaVersion)
      json.member("timezone", zone.identifier)
      json.member("time", now)
      json.member(coverage: coverage)
      json.array("flagsOf") { json in
        for person in flaggers {
          json.object { json in
            json.member("userId", person.id)
            json.member("name", person.name)
          }
        }
      }
      json.member("complete", !isCut)
      guard let groups else {
        json.array("flags") { json in for entry in entries { json.value(entry, now: now) } }
        return
      }
      json.member("groupedBy", grouping?.rawValue)
      json.array("groups") { json in
        for group in groups {
          json.object { json in
            json.member("id", group.id)
            json.member("name", group.name)
            json.array("flags") { json in
              for entry in group.entries { json.value(entry, now: now) }
            }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }

  private func lines() -> [UInt8] {
    var json = JSONWriter()
    if let groups {
      for group in groups {
        for entry in group.entries {
          json.value(entry, group: Self.name(of: group), now: now)
          json.endLine()
        }
      }
    } else {
      for entry in entries {
        json.value(entry, now: now)
        json.endLine()
      }
    }
    return json.takeBytes()
  }

  /// A group's name; what cannot be named is named by its id, or as what it is.
  private static func name(of group: FlaggedGroup) -> String {
    if !group.name.isEmpty { return group.name }
    return group.id.isEmpty ? "items that the index does not have" : group.id
  }
}

extension JSONWriter {
  /// Writes a flag: who, whose item, and the item, where the index has it.
  fileprivate mutating func value(_ entry: FlaggedEntry, group: String? = nil, now: Int64) {
    object { json in
      if let group { json.member("group", group) }
      json.member("flaggerId", entry.flaggerId)
      json.member("flaggerName", entry.flaggerName)
      json.member("flagFirstSeen", entry.firstSeen)
      json.member("ageMilliseconds", entry.age(at: now))
      json.member("itemIsKnown", entry.item != nil)
      guard let item = entry.item else {
        json.member("itemId", entry.itemId)
        json.member("convId", entry.convId)
        json.member("conversation", entry.conversation)
        return
      }
      json.members(of: item)
    }
  }
}
