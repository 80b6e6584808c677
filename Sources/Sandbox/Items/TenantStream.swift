/// Writes the items of a tenant, day by day, and what hangs on them.
struct TenantStream: ~Copyable {
  let world: World
  /// Writes into the lines of `items.ndjson` that are not on the disk yet.
  var pen: Composer
  var chance: SplitMix
  var threads: RecentThreads
  var summary = SyntheticTenant.Summary()
  /// For each room when it was last changed, in ms UTC.
  var roomChanges: [Int]
  var oddities: OddityDealer
  var brokenLines: BrokenLines
  /// The milliseconds that have an item since midnight; only ever looked up.
  var taken: Set<Int> = []
  /// Who takes part in the present session.
  var cast: [Int] = []
  var flags: ArchiveFile
  var pins: ArchiveFile
  private var items: ArchiveFile
  let destination: ArchiveDestination

  /// Opens the files that grow with the items.
  static func open(
    _ world: World,
    _ destination: ArchiveDestination
  ) throws(SandboxError) -> TenantStream {
    let items = try ArchiveFile(.items, destination)
    let flags = try ArchiveFile(.flags, destination)
    let pins = try ArchiveFile(.pins, destination)
    return TenantStream(world, destination, items: items, flags: flags, pins: pins)
  }

  private init(
    _ world: World,
    _ destination: ArchiveDestination,
    items: consuming ArchiveFile,
    flags: consuming ArchiveFile,
    pins: consuming ArchiveFile
  ) {
    self.world = world
    self.items = items
    self.flags = flags
    self.pins = pins
    self.destination = destination
    pen = Composer(
      book: world.book,
      rooms: world.rooms,
      userIDs: world.userIDs,
      seed: world.plan.seed
    )
    chance = SplitMix(seed: world.plan.seed, concern: 6)
    threads = RecentThreads(rooms: world.rooms.all.count)
    roomChanges = world.rooms.all.map(\.created)
    oddities = OddityDealer(share: world.plan.odd, seed: world.plan.seed)
    brokenLines = BrokenLines(count: world.plan.brokenLines, items: world.plan.items)
  }

  /// Writes all items with their flags and pins.
  mutating func writeItems(progress: ((Int) -> Void)?) throws(SandboxError) {
    var planner = SessionPlanner(world: world)
    var reported = 0
    for index in world.calendar.days.indices {
      taken.removeAll(keepingCapacity: true)
      planner.plan(day: index)
      for place in planner.sessions.indices {
        write(planner.sessions[place])
        try items.take(&pen.line)
        try flags.flushIfFull()
        try pins.flushIfFull()
        if summary.items - reported >= 10_000 {
          reported = summary.items
          progress?(reported)
        }
      }
    }
  }

  /// Writes the files about people and conversations, and hands everything to the system.
  mutating func finish() throws(SandboxError) -> SyntheticTenant.Summary {
    try items.take(&pen.line, always: true)
    try flags.flush()
    try pins.flush()
    summary.brokenLines = brokenLines.written
    summary.itemBytes = items.byteCount
    summary.bytes = items.byteCount + flags.byteCount + pins.byteCount
    try writeUsers()
    try writeConversations()
    try writeShelves()
    return summary
  }

  private mutating func write(_ session: Session) {
    switch session.kind {
    case .created: writeCreation(session)
    case .renamed: writeRename(session)
    case .membership: writeMembership(session)
    case .thread: writeThread(session)
    case .webhook: writeWebhook(session, isBurst: false)
    case .burst: writeWebhook(session, isBurst: true)
    case .call: writeCall(session)
    case .story(let index): writeStory(Story.all[index], session)
    }
  }

  /// A millisecond for an item, `time` or the next one that has none yet.
  mutating func free(_ time: Int) -> Int {
    var time = time
    while !taken.insert(time).inserted { time += 1 }
    return time
  }

  /// Counts the item whose line was just written.
  mutating func itemIsDone(time: Int) {
    summary.items += 1
    summary.firstTime = min(summary.firstTime, time)
    summary.lastTime = max(summary.lastTime, time)
    brokenLines.write(after: summary.items, &pen.line)
  }
}
