import Output
import Search
import Text

/// A flag as a row of cells.
enum FlaggedRow {
  static let columns: [Column] = [
    Column("age", title: "Age", alignment: .trailing, audience: .people),
    Column("flaggerId", audience: .programs),
    Column("flaggerName", title: "Flagged by", fit: .wrapping(minimum: 8, lines: 2)),
    Column("flagFirstSeen", audience: .programs),
    Column("itemId", audience: .programs, isIdentifier: true),
    Column("convId", audience: .programs),
    Column("creatorId", audience: .programs),
    Column("creationTime", title: "Written"),
    Column("ageMilliseconds", audience: .programs),
    Column("type", audience: .programs),
    Column("state", audience: .programs),
    Column("subject", audience: .programs),
    Column("creatorName", title: "Author", fit: .wrapping(minimum: 8, lines: 2)),
    Column("conversation", title: "Conversation", fit: .wrapping(minimum: 12, lines: 2)),
    Column("snippet", audience: .programs),
    Column("text", title: "Text", fit: .wrapping(minimum: 24, lines: 3), audience: .people),
    Column("likes", audience: .programs),
    Column("replies", audience: .programs),
    Column("attachments", audience: .programs),
  ]

  static func cells(_ entry: FlaggedEntry, now: Int64) -> [Cell] {
    let item = entry.item
    return [
      Cell(entry.age(at: now).map { Age(milliseconds: $0).text }),
      .text(entry.flaggerId),
      .text(entry.flaggerName),
      entry.firstSeen.map(Cell.time) ?? .null,
      .text(entry.itemId),
      .text(entry.convId),
      Cell(item?.creatorId),
      item.map { .time($0.creationTime) } ?? .null,
      Cell(entry.age(at: now)),
      Cell(item?.type),
      Cell(item?.state),
      Cell(item?.subject),
      Cell(item?.creatorName),
      .text(entry.conversation),
      Cell(item?.snippet.text),
      item.map { .passage(HitRow.passage(of: $0)) }
        ?? .text("(an item that the index does not have)"),
      Cell(item?.likes),
      Cell(item?.replies),
      item.map { .list($0.attachments.map { $0.fileName ?? $0.fileId ?? "" }) } ?? .null,
    ]
  }
}
