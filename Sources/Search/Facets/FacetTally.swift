internal import Chronology
internal import Index
internal import SQLite

/// Counts matches by several facets as they go by, by the dense numbers that their rows hold.
struct FacetTally {
  private(set) var count = 0
  private(set) var people: [Int64: Int] = [:]
  private(set) var conversations: [Int64: Int] = [:]
  private(set) var types: [String: Int] = [:]
  private(set) var fileTypes: [String: Int] = [:]
  private(set) var months: [Int64: Int] = [:]

  private let facets: Set<Facet>
  private let wall: ZoneClock
  /// The month that the last match fell in, as it usually is that of the next one too.
  private var month: (span: Range<Int64>, number: Int64) = (0..<0, 0)
  /// How many matches are plain messages, the type of nearly all.
  private var texts = 0

  init(_ facets: [Facet], wall: ZoneClock) {
    self.facets = Set(facets)
    self.wall = wall
  }

  /// What `take` reads of a row; the names of the files only if they are to be counted.
  var columns: String {
    let files =
      facets.contains(.filetype)
      ? """
      CASE WHEN i.files > 0 THEN \
      (SELECT group_concat(clean_text(a.name), char(31)) FROM attachment a WHERE a.item = i.id) END
      """
      : "NULL"
    return "i.creator, i.conversation, coalesce(i.created, i.id >> 3), i.kind, \(files)"
  }

  /// Counts a row of `columns`.
  mutating func take(_ row: Row) {
    count += 1
    if facets.contains(.person) { people[row.integer(at: 0), default: 0] += 1 }
    if facets.contains(.conversation) || facets.contains(.label) {
      conversations[row.integer(at: 1), default: 0] += 1
    }
    if facets.contains(.month) { take(time: row.integer(at: 2)) }
    if facets.contains(.type) { take(kind: row) }
    if facets.contains(.filetype), let names = row.text(at: 4) { take(files: names) }
  }

  private mutating func take(time: Int64) {
    if !month.span.contains(time) {
      let (year, number, _) = wall.date(at: time).parts
      month = (Self.span(year: year, month: number, wall: wall), Int64(year * 12 + number - 1))
    }
    months[month.number, default: 0] += 1
  }

  private static func span(year: Int, month: Int, wall: ZoneClock) -> Range<Int64> {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return 0..<0 }
    let next = first.adding(days: CivilDate.dayCount(ofMonth: month, year: year))
    let start = wall.start(of: first)
    return start..<max(start, wall.start(of: next))
  }

  private mutating func take(kind row: Row) {
    if row.isText(at: 3) {
      types[(row.text(at: 3) ?? "").lowercased(), default: 0] += 1
    } else if let type = [1: ItemType.system, 2: .call][row.integer(at: 3)] {
      types[type.rawValue, default: 0] += 1
    } else {
      texts += 1
    }
  }

  private mutating func take(files names: String) {
    var seen: Set<String> = []
    for name in names.split(separator: "\u{1F}") {
      guard let ending = ScopeTerm.fileEnding(of: name.utf8)?.lowercased() else { continue }
      if seen.insert(ending).inserted { fileTypes[ending, default: 0] += 1 }
    }
  }

  /// The counts by type, plain messages included.
  var allTypes: [String: Int] {
    texts == 0 ? types : types.merging([ItemType.text.rawValue: texts]) { $0 + $1 }
  }
}
