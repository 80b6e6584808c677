/// Makes conversations one after the other, by the rank of their activity.
struct RoomMaker {
  private let people: People
  private let start: Int
  private let end: Int
  /// Between the starts of two of the rooms that are there from the beginning, in ms.
  private let step: Int
  private var chance: SplitMix
  private var casting: Casting
  private var made: [Room] = []

  private init(count: Int, people: People, start: Int, end: Int, seed: UInt64) {
    self.people = people
    self.start = start
    self.end = end
    step = max(1, (end - start) / 25 / count)
    chance = SplitMix(seed: seed, concern: 3)
    casting = Casting(people: people)
  }

  /// Makes `count` rooms.
  static func rooms(
    count: Int,
    people: People,
    start: Int,
    end: Int,
    seed: UInt64
  ) -> Rooms {
    var maker = RoomMaker(count: count, people: people, start: start, end: end, seed: seed)
    for rank in 0..<count { maker.make(rank: rank) }
    return Rooms(all: maker.made, members: maker.casting.members)
  }

  private mutating func make(rank: Int) {
    let scripted = ScriptedRoom(rawValue: rank)
    let created = drawStart(rank: rank)
    var kind = scripted?.kind ?? drawKind(rank: rank)
    if kind == .direct, !casting.castPair(at: created, &chance) { kind = .group }
    if kind != .direct {
      casting.cast(size(of: kind), at: created, &chance)
    }
    let bot = drawBot(kind: kind, scripted: scripted)
    let members = casting.close(with: bot)
    let tongue = scripted == nil ? drawTongue() : .english
    let subjects = Tongue.all[tongue.rawValue].subjects.count
    let ended = drawEnd(rank: rank, created: created)
    let isRenamed = scripted == nil && kind != .direct && chance.perMille(60)
    made.append(
      Room(
        kind: kind,
        tongue: tongue,
        subject: scripted?.subject ?? chance.below(subjects),
        project: scripted?.project ?? chance.below(CommonWords.projects.count),
        members: members,
        bot: bot,
        created: created,
        ended: ended,
        renamed: isRenamed ? created + 1 + chance.below(min(ended, end) - created) : nil,
        isModerated: kind == .community && chance.perMille(150),
        isGuestAccessDisabled: kind != .direct && chance.perMille(300)
      )
    )
  }

  /// The busy rooms and a third of the others are there from the start.
  private mutating func drawStart(rank: Int) -> Int {
    let isOld = chance.perMille(330)
    let later = start + chance.below(end - start) / 100 * 93
    return rank < ScriptedRoom.allCases.count || isOld ? start + rank * step : later
  }

  private mutating func drawEnd(rank: Int, created: Int) -> Int {
    let closes = chance.perMille(150)
    let life = (end - created) / 10 + chance.below(end - created) / 10 * 8
    return rank >= 30 && closes ? created + life : .max
  }

  private mutating func drawKind(rank: Int) -> RoomKind {
    let point = chance.below(100)
    let limits: (direct: Int, group: Int, community: Int) =
      rank < 60 ? (20, 65, 90) : (55, 92, 98)
    return switch point {
    case ..<limits.direct: .direct
    case ..<limits.group: .group
    case ..<limits.community: .community
    default: .large
    }
  }

  private mutating func size(of kind: RoomKind) -> Int {
    switch kind {
    case .direct: 2
    case .group: 3 + chance.skewed(below: 14)
    case .community: people.humanCount / 20 + chance.below(people.humanCount) * 3 / 4
    case .large: people.humanCount / 8 + chance.below(people.humanCount / 8 + 1)
    }
  }

  private mutating func drawBot(kind: RoomKind, scripted: ScriptedRoom?) -> Int? {
    let point = chance.below(1_000)
    let bot = people.humanCount + chance.below(people.botCount)
    if scripted == .builds { return people.humanCount }
    guard kind != .direct, scripted == nil || scripted == .support else { return nil }
    return point < 160 ? bot : nil
  }

  private mutating func drawTongue() -> TongueName {
    var point = chance.below(1_000)
    for tongue in Tongue.all {
      point -= tongue.share
      if point < 0 { return tongue.name }
    }
    return .english
  }
}
