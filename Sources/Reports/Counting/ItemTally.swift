import Chronology
import Index
import SQLite

/// Everything that is counted of a period, from one pass over its items.
///
/// SQL would sort the items anew for each of these, which takes three times as long together.
struct ItemTally {
  /// A message, and how many like it.
  struct Liked {
    let item: Int64
    let time: Int64
    let likes: Int64

    /// Whether the ids alone say which of two comes first.
    func ties(with other: Liked) -> Bool { likes == other.likes && time == other.time }
  }

  /// In the order of the period's days.
  private(set) var byDay: [Counts]
  /// How many wrote on each day; somebody whom the API does not name is nobody.
  private(set) var peopleByDay: [Int64]
  /// By local weekday and hour: Monday 0 o'clock, 1 o'clock and so on.
  private(set) var byHour = [Counts](repeating: Counts(), count: 7 * 24)
  private(set) var byConversation = CountsByID()
  /// By conversation: who wrote in it.
  private var wrote: [IDSet] = []
  private(set) var byPerson = CountsByID()
  /// The most liked messages, most liked and then newest first: `mostLiked` of them, and those that tie with the last.
  private(set) var liked: [Liked] = []
  /// The messages with files and who wrote them, in the order of their rows.
  private(set) var withFiles: [(item: Int64, person: Int64)] = []

  /// How many of the most liked messages are kept.
  static let mostLiked = 100

  /// Counts a period's items.
  init(of period: Period, with scan: ItemScan) throws {
    var byDay = [Counts](repeating: Counts(), count: period.days.count)
    var wroteByDay = [IDSet](repeating: IDSet(), count: period.days.count)
    var wrote: [IDSet] = []
    let clock = ZoneClock(zone: period.zone, from: period.from, to: period.to)
    var day = 0
    var tally = (byHour: byHour, byConversation: byConversation, byPerson: byPerson)
    var liked: [Liked] = []
    var withFiles: [(item: Int64, person: Int64)] = []
    try scan.forEachByRow(from: period.from, to: period.to) { item in
      while item.time >= period.days[day].to, day + 1 < period.days.count { day += 1 }
      while item.time < period.days[day].from, day > 0 { day -= 1 }
      let place = hourOfWeek(clock.hour(at: item.time), on: period.days[day].date)
      byDay[day] += item.counts
      tally.byHour[place] += item.counts
      tally.byConversation.add(item.counts, to: item.conversation)
      tally.byPerson.add(item.counts, to: item.person)
      guard item.counts.messages > 0 else { return }
      if item.counts.likes > 0 {
        liked.append(Liked(item: item.item, time: item.time, likes: item.counts.likes))
      }
      if item.counts.files > 0 { withFiles.append((item.item, item.person)) }
      wroteByDay[day].insert(item.person)
      let conversation = Int(item.conversation)
      wrote.grow(toHold: conversation, filling: IDSet())
      wrote[conversation].insert(item.person)
    }
    peopleByDay = wroteByDay.map(\.count)
    self.withFiles = withFiles
    self.wrote = wrote
    self.byDay = byDay
    byHour = tally.byHour
    byConversation = tally.byConversation
    byPerson = tally.byPerson
    liked.sort { ($0.likes, $0.time) > ($1.likes, $1.time) }
    let first = liked.prefix(Self.mostLiked)
    let tied = liked.dropFirst(Self.mostLiked).prefix { $0.ties(with: liked[Self.mostLiked - 1]) }
    self.liked = Array(first + tied)
  }

  /// How many wrote in a conversation.
  func people(in conversation: Int64) -> Int64 {
    wrote.indices.contains(Int(conversation)) ? wrote[Int(conversation)].count : 0
  }
}

/// The place of an hour (0 to 23) of a day among the 168 of a week, Monday's first.
func hourOfWeek(_ hour: Int, on date: CivilDate) -> Int { 24 * (date.weekday - 1) + hour }
