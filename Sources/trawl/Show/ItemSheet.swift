import Output
import Search

/// An item as people read it: who and when, the text, and what else there is to know.
///
///     > 2026-03-04 09:12  Ana Silva
///         We ship on Monday.
///
///         in        Lisbon rollout
///         item      0b6ff1a1-3c1e-4a60-9c1e-5a1f0f7a2b11
struct ItemSheet {
  let row: ShownRow
  let zone: Zone

  init(_ row: ShownRow, zone: Zone) {
    self.row = row
    self.zone = zone
  }

  /// Lines of the text of a message that only stands beside the one asked for.
  private static let contextLines = 4
  /// Characters of a line of it.
  private static let contextWidth = 160
  private static let margin = "    "

  /// The lines, with nothing that a terminal would act on.
  var text: String {
    var lines = [heading]
    if let subject = hit.subject { lines.append(Self.margin + TerminalText.safe(subject)) }
    lines += bodyLines.map { $0.isEmpty ? "" : Self.margin + $0 }
    if row.place == .item { lines += [""] + facts.map(Self.line) + [""] }
    return lines.map { $0 + "\n" }.joined()
  }

  private var hit: SearchHit { row.item.hit }

  private var heading: String {
    let mark = row.place == .item ? "> " : "  "
    let author = hit.creatorName.isEmpty ? "(nobody named)" : TerminalText.safe(hit.creatorName)
    let states = [
      hit.state == "DELETED" ? "deleted" : nil, hit.isGone ? "gone" : nil,
      hit.type == "TEXT" ? nil : TerminalText.safe(hit.type),
      row.place == .thread && hit.parentId == nil ? "head" : nil,
    ].compactMap { $0 }
    let remark = states.isEmpty ? "" : "  (\(states.joined(separator: ", ")))"
    return "\(mark)\(time(hit.creationTime))  \(author)\(remark)"
  }

  /// The text: whole where it was asked for and in threads, its beginning elsewhere.
  private var bodyLines: [String] {
    let lines = TerminalText.safeLines(row.item.text)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard row.place == .before || row.place == .after else { return lines == [""] ? [] : lines }
    var shown = lines.filter { !$0.isEmpty }.map {
      TerminalText.truncated($0, to: Self.contextWidth)
    }
    if shown.count > Self.contextLines {
      shown = shown.prefix(Self.contextLines) + ["…"]
    }
    return shown
  }

  private var facts: [(name: String, value: String)] {
    var facts = [
      ("in", "\(hit.conversation)  (\(hit.convId))"),
      ("item", hit.itemId),
    ]
    if hit.state == "EDITED", let edited = hit.modificationTime {
      facts.append(("edited", time(edited)))
    }
    if let parent = hit.parentId { facts.append(("reply to", "\(parent), see --thread")) }
    if hit.replies > 0 {
      facts.append(("replies", "\(Figures.grouped(hit.replies)), see --thread"))
    }
    if !row.item.likedBy.isEmpty {
      let names = row.item.likedBy.map(\.name).joined(separator: ", ")
      facts.append(("likes", "\(Figures.grouped(row.item.likedBy.count)): \(names)"))
    }
    facts += row.item.flaggedBy.map { flagging in
      let seen = flagging.firstSeen.map { ", seen first \(time($0))" } ?? ""
      return ("flag", flagging.person.name + seen)
    }
    facts += hit.attachments.map { file in
      let details = [file.mimeType, file.size.map { Figures.size($0) }].compactMap { $0 }
      let remark = details.isEmpty ? "" : "  (\(details.joined(separator: ", ")))"
      return ("file", (file.fileName ?? file.fileId ?? "") + remark)
    }
    return facts
  }

  private static func line(_ fact: (name: String, value: String)) -> String {
    let gap = String(repeating: " ", count: 10 - fact.name.count)
    return margin + fact.name + gap + TerminalText.safe(fact.value)
  }

  private func time(_ milliseconds: Int64) -> String { zone.civilTime(at: milliseconds).short }
}
