import SQLite

/// The counts of a period's messages, by day, by conversation and by person, from one pass over them.
///
/// SQL would sort the messages anew for each of these, which takes three times as long together.
struct PeriodTally {
  /// What is counted of a set of messages.
  struct Counts {
    var messages: Int64 = 0
    /// How many wrote them; somebody whom the API does not name is nobody.
    var people: Int64 = 0
    var replies: Int64 = 0
    var likes: Int64 = 0
    var files: Int64 = 0
  }

  /// A person who wrote on a day, or in a conversation.
  private struct Presence: Hashable {
    let place: Int64
    let person: Int64
  }

  private(set) var total = Counts()
  /// In the order of the period's days.
  private(set) var byDay: [Counts]
  /// By `conversation.id`, 0 for none.
  private(set) var byConversation: [Int64: Counts] = [:]
  /// By `user.id`, 0 for none; `people` stays 0.
  private(set) var byPerson: [Int64: Counts] = [:]

  /// Counts what the view `PREFIX_messages` gives.
  init(of period: Period, prefix: String, on connection: Connection) throws {
    byDay = Array(repeating: Counts(), count: period.days.count)
    var seenOnDay: Set<Presence> = []
    var seenInConversation: Set<Presence> = []
    var day = 0
    try connection.forEachRow(
      """
      SELECT creationTime, conversation, person, reply, likes, files
      FROM temp.\(prefix)_messages ORDER BY item
      """
    ) { row in
      let time = row.integer(at: 0)
      // Nearly always the day of the row before; back only where an item was moved in its crowd.
      while time >= period.days[day].to, day + 1 < period.days.count { day += 1 }
      while time < period.days[day].from, day > 0 { day -= 1 }
      let (conversation, person) = (row.integer(at: 1), row.integer(at: 2))
      let isNamed = person != 0
      let counts = Counts(
        messages: 1,
        people: 0,
        replies: row.integer(at: 3),
        likes: row.integer(at: 4),
        files: row.integer(at: 5)
      )
      let isNewOnDay =
        isNamed && seenOnDay.insert(Presence(place: Int64(day), person: person)).inserted
      let isNewInConversation =
        isNamed
        && seenInConversation.insert(Presence(place: conversation, person: person)).inserted
      byDay[day].add(counts, people: isNewOnDay)
      byConversation[conversation, default: Counts()].add(counts, people: isNewInConversation)
      byPerson[person, default: Counts()].add(counts, people: false)
      total.add(counts, people: false)
    }
    total.people = Int64(byPerson.keys.count { $0 != 0 })
  }
}

extension PeriodTally.Counts {
  fileprivate mutating func add(_ other: PeriodTally.Counts, people isNew: Bool) {
    messages += other.messages
    replies += other.replies
    likes += other.likes
    files += other.files
    if isNew { people += 1 }
  }
}
