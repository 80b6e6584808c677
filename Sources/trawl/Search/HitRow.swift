import Output
import Search
import Text

/// A hit as a row of cells: for people a few columns that fit a terminal, for programs the API's names.
enum HitRow {
  static let columns: [Column] = [
    Column("itemId", audience: .programs, isIdentifier: true),
    Column("convId", audience: .programs),
    Column("creatorId", audience: .programs),
    Column("creationTime", title: "Time", showsAge: true),
    Column("modificationTime", audience: .programs),
    Column("type", audience: .programs),
    Column("state", audience: .programs),
    Column("parentId", audience: .programs),
    Column("subject", audience: .programs),
    Column("creatorName", title: "Author", fit: .wrapping(minimum: 8, lines: 2)),
    Column("conversation", title: "Conversation", fit: .wrapping(minimum: 12, lines: 2)),
    Column("snippet", audience: .programs),
    Column(
      "text",
      title: "Text",
      fit: .wrapping(minimum: minimumTextWidth, lines: 4),
      audience: .people
    ),
    Column("likes", audience: .programs),
    Column("flags", audience: .programs),
    Column("replies", audience: .programs),
    Column("attachments", audience: .programs),
    Column("marks", title: "♥ ⚑ ↩ +", audience: .people),
  ]

  private static let minimumTextWidth = 26

  /// How long a snippet may be so that a table of a width shows all of it, its match above all.
  ///
  /// - Parameter columns: The terminal's width.
  /// - Returns: Characters: three lines of what the other columns leave, which are 53 wide at least.
  static func snippetLength(columns: Int) -> Int {
    min(160, 3 * max(minimumTextWidth, columns - 53) - 8)
  }

  static func cells(_ hit: SearchHit) -> [Cell] {
    [
      .text(hit.itemId),
      .text(hit.convId),
      .text(hit.creatorId),
      .time(hit.creationTime),
      hit.modificationTime.map(Cell.time) ?? .null,
      .text(hit.type),
      Cell(hit.state),
      Cell(hit.parentId),
      Cell(hit.subject),
      .text(hit.creatorName),
      .text(hit.conversation),
      .passage(Passage(hit.snippet.text, marking: hit.snippet.marks)),
      .passage(passage(of: hit)),
      Cell(hit.likes),
      Cell(hit.flags),
      Cell(hit.replies),
      .list(hit.attachments.map { $0.fileName ?? $0.fileId ?? "" }),
      .text(marks(of: hit)),
    ]
  }

  /// The subject, unless the snippet begins with it, and the snippet.
  static func passage(of hit: SearchHit) -> Passage {
    let snippet = Passage(hit.snippet.text, marking: hit.snippet.marks)
    var parts: [Passage.Part] = []
    if hit.state == "DELETED" { parts.append(.init("(deleted) ")) }
    if hit.isGone { parts.append(.init("(gone) ")) }
    if let subject = hit.subject, !hit.snippet.text.hasPrefix(subject) {
      let isAlone = hit.snippet.text.isEmpty
      parts.append(.init(isAlone ? subject : TerminalText.truncated(subject, to: 40) + " · "))
    }
    return Passage(parts + snippet.parts)
  }

  /// `3♥ 1⚑ 2↩ 1+`: likes, flags, replies and files, those there are.
  static func marks(of hit: SearchHit) -> String {
    [(hit.likes, "♥"), (hit.flags, "⚑"), (hit.replies, "↩"), (hit.attachments.count, "+")]
      .filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}
