/// Everything about a tenant that is settled before its first item.
final class World: Sendable {
  let plan: SyntheticTenant.Plan
  let people: People
  let rooms: Rooms
  let topics: Topics
  let book: Phrasebook
  let calendar: WorkCalendar
  let hours = OfficeHours()
  let identifiers: IdentifierSpace
  /// The identifiers of all people and rooms, 36 bytes each.
  let userIDs: [UInt8]
  let roomIDs: [UInt8]

  init(plan: SyntheticTenant.Plan) {
    self.plan = plan
    let identifiers = IdentifierSpace(seed: plan.seed)
    people = People(count: plan.users, start: plan.start, end: plan.end, seed: plan.seed)
    rooms = RoomMaker.rooms(
      count: plan.conversations,
      people: people,
      start: plan.start,
      end: plan.end,
      seed: plan.seed
    )
    book = Phrasebook(people: people.all)
    calendar = WorkCalendar(start: plan.start, end: plan.end, seed: plan.seed)
    userIDs = World.written(.user, count: plan.users, identifiers)
    roomIDs = World.written(.room, count: plan.conversations, identifiers)
    topics = Topics(people: people, rooms: rooms, book: book, seed: plan.seed)
    self.identifiers = identifiers
  }

  private static func written(
    _ kind: IdentifierKind,
    count: Int,
    _ identifiers: IdentifierSpace
  ) -> [UInt8] {
    var buffer = ByteBuffer(capacity: count * 36)
    for index in 0..<count { buffer.append(identifiers.identifier(kind, index)) }
    return buffer.bytes
  }
}
