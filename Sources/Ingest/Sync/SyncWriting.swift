internal import Circuit
internal import Index

/// Writes what the threads that ask deliver, on one thread, and keeps the account of the run.
struct SyncWriting {
  let writer: IndexWriter
  let context: SyncContext
  /// The accounts' rows, by their place in the run's list.
  let rows: [Int64]
  private(set) var summary = SyncSummary()
  private(set) var progress = SyncProgress()
  /// How far conversations are read that this run has been at.
  private(set) var states: [String: ConversationSync] = [:]
  /// What the accounts see.
  private(set) var views: [AccountView] = []
  /// Conversations that were asked; a walk that is put off behind the news asks its conversation twice.
  private var asked: Set<String> = []
  /// Conversations that were due and are not done with.
  private var undone: Set<String> = []
  /// Conversations that the last run could not read.
  private var pending: Set<String> = []
  /// People that were asked for.
  private(set) var lookedUp: Set<String> = []
  /// People that are to be asked for beside the conversations.
  private var peopleBeside = 0
  /// Pages whose items are still to be written, how many items they have, and how many bytes.
  private var held: [PreparedBatch] = []
  private var heldItems = 0
  private var heldBytes = 0
  private var lastCommit = ContinuousClock.now
  /// What the last commit took.
  private var commitTime = Duration.zero

  /// Bytes of pages that are written together, sorted by rowid: pages of conversations come in no order of time.
  private static let heldBytes = 64 << 20
  /// Items that share a commit at most.
  private static let commitSize = 131_072
  /// Between commits that are cheap: a kill loses so much work.
  private static let shortestInterval = Duration.seconds(1)
  /// Between commits that are not: more is not lost however large the index.
  private static let longestInterval = Duration.seconds(10)

  /// When the next commit is due, after the last: it may take a fifth of the time.
  ///
  /// A first reading brings items of all times, so that a commit rewrites most of the file's pages; by the second that
  /// would be half of the work.
  private var commitInterval: Duration {
    min(max(Self.shortestInterval, commitTime * 4), Self.longestInterval)
  }

  init(writer: IndexWriter, context: SyncContext, rows: [Int64]) {
    self.writer = writer
    self.context = context
    self.rows = rows
  }

  /// Takes everything that comes through a pipe, until it ends.
  ///
  /// - Parameters:
  ///   - pipe: The pipe.
  ///   - onProgress: Told how far it is, some times a second.
  /// - Throws: What the writer throws; then nobody takes what comes any more.
  mutating func drain(
    _ pipe: Pipe<SyncDelivery>,
    onProgress: (SyncProgress) -> Void
  ) throws {
    defer { pipe.cancel() }
    var lastProgress = ContinuousClock.now
    receiving: while true {
      switch pipe.receive(within: 0.2) {
      case .element(let delivery): try take(delivery)
      case .nothing: break
      case .end: break receiving
      }
      let now = ContinuousClock.now
      if writer.uncommitted + heldItems >= Self.commitSize || now - lastCommit >= commitInterval {
        try commit()
      }
      // On a quiet platform too: whoever watches may want it to end.
      if now - lastProgress >= .milliseconds(100) {
        lastProgress = now
        onProgress(progress)
      }
    }
    try commit()
    onProgress(progress)
  }

  /// Writes the items held.
  private mutating func writeHeld() throws {
    guard !held.isEmpty else { return }
    summary.items += try writer.write(held)
    for batch in held { context.giveBack(batch) }
    held.removeAll(keepingCapacity: true)
    heldItems = 0
    heldBytes = 0
  }

  /// Makes everything taken so far last: pages, and the cursors that cover them, are never there without the other.
  private mutating func commit() throws {
    let start = ContinuousClock.now
    try writeHeld()
    try writer.commit()
    lastCommit = .now
    commitTime = lastCommit - start
  }

  /// Begins a part of the run.
  mutating func begin(_ phase: SyncProgress.Phase, total: Int) {
    progress.phase = phase
    progress.done = 0
    progress.total = total
  }

  /// Says how many people are asked for beside the conversations.
  mutating func expect(people: Int) { peopleBeside = people }

  /// Says which conversations are to be read.
  mutating func expect(_ plan: SyncPlan) {
    summary.conversations = plan.visible
    undone = Set((plan.jobs + plan.walks).lazy.filter(\.isDue).map(\.convId))
    pending = Set((plan.jobs + plan.walks).lazy.filter(\.isPending).map(\.convId))
  }

  /// The account of the run at its end.
  mutating func conclude() {
    summary.cut = context.cut
    summary.unasked = undone.count
    for (place, error) in context.unusable.sorted(by: { $0.key < $1.key }) {
      let name = context.accounts[place].account.name
      miss("account \(name)", error)
    }
  }

  private mutating func miss(_ what: String, _ error: APIError) {
    let missing = SyncSummary.Missing(what: what, reason: error.description)
    if !summary.missing.contains(missing) { summary.missing.append(missing) }
  }

  private mutating func take(_ delivery: SyncDelivery) throws {
    switch delivery {
    case .view(let view): try take(view)
    case .page(let page): try take(page)
    case .walkStart(let convId): try writer.beginWalk(of: WireID(convId))
    case .walkEnd(let convId, let walk, let before, let state):
      let id = WireID(convId)
      // What is absent is seen from what is there.
      if walk.tracks { try writeHeld() }
      let end = try writer.endWalk(walk, of: id, seenBefore: before, ended: context.now)
      try writer.set(state, of: id)
      summary.gone += end.gone
      summary.walked += 1
    case .participants(let convId, let userIds):
      _ = try writer.setParticipants(userIds, in: convId)
    case .pins(let convId, let pins): _ = try writer.setPins(pins, in: convId)
    case .ended(let convId, let ending, let state, let asked):
      try end(convId, ending, state, asked: asked)
    case .person(let user):
      lookUp(user.userId)
      if try writer.write(user) != .unchanged { summary.people += 1 }
    case .noPerson(let userId, let error):
      lookUp(userId)
      if error.isRefusal {
        try writer.noteRefusal(ofUser: userId, now: context.started)
      } else if !error.endsRun, !error.concernsAccount {
        miss("user \(userId)", error)
      }
    case .problem(let what, let error): miss(what, error)
    }
  }

  private mutating func lookUp(_ userId: String) {
    lookedUp.insert(userId)
    if progress.phase == .people { progress.done += 1 }
  }

  private mutating func take(_ page: ReadPage) throws {
    let id = WireID(page.convId)
    if let state = page.state { try writer.set(state, of: id) }
    if page.isTracked, page.batch.items.count > 0 { try writer.saw(page.batch.digests, in: id) }
    held.append(page.batch)
    heldItems += page.batch.items.count
    heldBytes += page.batch.byteCount
    progress.items += page.batch.items.count
    if heldBytes >= Self.heldBytes { try writeHeld() }
    for gap in page.gaps {
      try writer.write(gap, in: id, now: context.now)
      summary.gaps += 1
    }
    try setAside(page.rejected, from: "conversations/\(page.convId)/items")
  }

  /// Sets records aside that could not be taken.
  private mutating func setAside(_ rejected: [RejectedElement], from source: String) throws {
    for element in rejected {
      let isNew = try writer.quarantine(
        element.bytes,
        source: source,
        line: element.place,
        reason: element.problem.description
      )
      if isNew { summary.quarantined += 1 }
    }
  }

  private mutating func end(
    _ convId: String,
    _ ending: SyncDelivery.Ending,
    _ state: ConversationSync,
    asked: Bool
  ) throws {
    states[convId] = state
    progress.done += 1
    if progress.done == progress.total, peopleBeside > lookedUp.count {
      begin(.people, total: peopleBeside)
      progress.done = lookedUp.count
    }
    if asked, self.asked.insert(convId).inserted { summary.asked += 1 }
    switch ending {
    case .done:
      undone.remove(convId)
      if pending.remove(convId) != nil { try writer.clearPending(convId) }
    case .failed(let error):
      // The next run asks it whatever the schedule says, so that this one's duty is done.
      undone.remove(convId)
      miss("conversation \(convId)", error)
      try writer.setPending(convId, reason: error.description, now: context.started)
    case .lost:
      if state.lost == nil { summary.lost += 1 }
      try lose(convId, state)
    case .closed:
      summary.closed += 1
      try lose(convId, state)
    case .cut: break
    }
  }

  /// Notes that no account can read a conversation.
  private mutating func lose(_ convId: String, _ state: ConversationSync) throws {
    undone.remove(convId)
    if pending.remove(convId) != nil { try writer.clearPending(convId) }
    guard state.lost == nil else { return }
    var lost = state
    lost.lost = context.started
    states[convId] = lost
    try writer.set(lost, of: WireID(convId))
  }

  private mutating func take(_ view: AccountView) throws {
    views.append(view)
    progress.done += 1
    let name = context.accounts[view.account].account.name
    for problem in view.problems {
      context.note(problem.error, of: view.account)
      if !problem.error.endsRun, !problem.error.concernsAccount {
        miss("\(problem.what) of account \(name)", problem.error)
      }
    }
    for listing in [view.own, view.communities] {
      try setAside(listing.rejected, from: "conversations of account \(name)")
      for conversation in listing.conversations.values.sorted(by: { $0.convId < $1.convId }) {
        _ = try writer.write(
          conversation,
          withParticipants: !conversation.mayHideParticipants
        )
      }
    }
    var seen = view.communities.conversations.mapValues { _ in false }
    for convId in view.own.conversations.keys { seen[convId] = true }
    try writer.setConversations(seen, seenBy: rows[view.account], isWhole: view.isWhole)
    guard let profile = view.profile else { return }
    _ = try writer.write(profile)
    try writer.setUser(profile.userId, of: rows[view.account])
    if let favorites = view.favorites {
      _ = try writer.setFavorites(favorites, of: profile.userId)
    }
    if let labels = view.labels { _ = try writer.setLabels(labels, of: profile.userId) }
    if let flags = view.flags {
      _ = try writer.setFlags(flags, of: profile.userId, looked: view.looked)
    }
  }
}
