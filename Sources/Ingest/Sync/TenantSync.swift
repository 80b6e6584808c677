public import Circuit
internal import Index

/// Keeps an index true to a live tenant: brings what is new, edited, deleted, liked, flagged, and says what is missing.
///
/// Every run goes on where the last one ended, however that was: a page and the cursor that covers it are committed
/// together. Threads ask and prepare, the caller's thread writes.
///
///     let sync = TenantSync(accounts: accounts, governor: governor, clock: clock)
///     let summary = try sync.run(into: "trawl.db")
public struct TenantSync: Sendable {
  /// Bytes of pages that may wait for the writer: a commit takes seconds in a large index, and pages are asked for
  /// and prepared meanwhile.
  private static let bytesAhead = 64 << 20

  let accounts: [SyncAccount]
  private let governor: RequestGovernor
  let options: SyncOptions
  let stop: StopFlag
  let clock: @Sendable () -> Int64

  /// Prepares an ingest.
  ///
  /// - Parameters:
  ///   - accounts: Whom to ask as; at least one.
  ///   - governor: What holds their requests back.
  ///   - options: What to do.
  ///   - stop: Tells the run to end.
  ///   - clock: The present, ms since 1970 UTC.
  public init(
    accounts: [SyncAccount],
    governor: RequestGovernor,
    options: SyncOptions = SyncOptions(),
    stop: StopFlag = StopFlag(),
    clock: @escaping @Sendable () -> Int64
  ) {
    self.accounts = accounts
    self.governor = governor
    self.options = options
    self.stop = stop
    self.clock = clock
  }

  /// Brings the index at `path` up to the tenant; it is made if there is none.
  ///
  /// - Parameters:
  ///   - path: The index's file; its folder must exist.
  ///   - onProgress: Told how far it is, some times a second.
  /// - Returns: What was done, and what is missing.
  /// - Throws: `IngestError` when nothing could be done at all, `IndexError`, or `SQLiteError`; what was committed stays.
  public func run(
    into path: String,
    onProgress: (SyncProgress) -> Void = { _ in }
  ) throws -> SyncSummary {
    try IngestLock.holding(index: path) {
      var patience = Patience()
      return try update(path) { progress in
        if patience.isOver(stop, governor) { governor.stop() }
        onProgress(progress)
      }
    }
  }

  /// How long a run that is to end waits for the pages at hand: not at all where it only waits for the server's
  /// leave to ask, else some seconds.
  private struct Patience {
    private var began: ContinuousClock.Instant?

    mutating func isOver(_ stop: StopFlag, _ governor: RequestGovernor) -> Bool {
      guard stop.isSet else { return false }
      let begin = began ?? .now
      began = begin
      return governor.activity.waiting != nil || ContinuousClock.now - begin > .seconds(5)
    }
  }

  private func update(
    _ path: String,
    _ onProgress: (SyncProgress) -> Void
  ) throws -> SyncSummary {
    let begin = ContinuousClock.now
    let started = clock()
    let sentBefore = governor.activity.sent
    let writer = try IndexWriter(
      path: path,
      run: description(of: started),
      languages: options.languages
    )
    let overview = try writer.syncOverview()
    let bound = options.bound ?? overview.bound ?? SyncOptions.ordinaryBound
    let context = SyncContext(
      accounts: accounts,
      stop: stop,
      started: started,
      pagesComeShort: overview.pagesComeShort,
      packer: writer.packer,
      languages: writer.languages,
      clock: clock
    )
    let rows = try accounts.map { try writer.register($0.account) }
    var writing = SyncWriting(writer: writer, context: context, rows: rows)
    // Where nothing is known yet nobody is, and people take no share of requests that are counted.
    let isFirst = overview.rooms.isEmpty && options.convIds.isEmpty && !governor.hasBudget
    try look(&writing, context, withPeople: isFirst, onProgress)
    let plan = SyncPlan(
      views: writing.views,
      rows: rows,
      overview: overview,
      options: options,
      bound: bound,
      now: started
    )
    try checkNames(plan, context)
    writing.expect(plan)
    try read(plan, &writing, context, onProgress)
    try describePeople(overview, bound: bound, &writing, context, onProgress)
    if bound != overview.bound { try writer.set(.bound, to: bound) }
    if context.pagesComeShort != overview.pagesComeShort { try writer.set(.shortPages, to: 1) }
    writing.conclude()
    var summary = writing.summary
    summary.overdue = plan.verified.count { convId, verified in
      (writing.states[convId]?.verified ?? verified) < started - bound
    }
    // A run of some conversations says nothing of the others.
    let isSettled =
      options.convIds.isEmpty && summary.unasked == 0 && writing.views.contains { $0.end == nil }
    try writer.finish(
      summary.items,
      quarantined: summary.quarantined,
      finished: clock(),
      isSettled: isSettled
    )
    summary.requests = governor.activity.sent - sentBefore
    summary.elapsedMilliseconds = Int64((ContinuousClock.now - begin) / .milliseconds(1))
    return summary
  }

  private func description(of started: Int64) -> IndexWriter.Run {
    IndexWriter.Run(
      command: "ingest",
      source: accounts.map { "\($0.account.name) at \($0.account.baseURL)" }
        .joined(separator: ", "),
      started: started,
      isLive: true
    )
  }

  /// Looks whether every conversation that was asked for by its id is there.
  private func checkNames(_ plan: SyncPlan, _ context: SyncContext) throws {
    guard context.proceeds else { return }
    let planned = Set((plan.jobs + plan.walks).map(\.convId))
    for convId in options.convIds where !planned.contains(convId) {
      throw IngestError.noConversation(convId: convId)
    }
  }

  /// What a thread takes up while the accounts' lists are read.
  private enum LookTask {
    /// Reading those of the account at a place.
    case account(Int)
    /// Asking who the people are that they name, until they are read.
    case people(PeopleAhead)
  }

  /// Asks the accounts what they see.
  private func look(
    _ writing: inout SyncWriting,
    _ context: SyncContext,
    withPeople: Bool,
    _ onProgress: (SyncProgress) -> Void
  ) throws {
    writing.begin(.lists, total: accounts.count)
    let pipe = Pipe<SyncDelivery>(capacity: 4)
    let people = PeopleAhead(lists: accounts.count)
    let idle = withPeople ? max(0, options.workers - accounts.count) : 0
    let tasks =
      accounts.indices.map(LookTask.account) + repeatElement(.people(people), count: idle)
    SyncCrew(tasks, workers: options.workers).start(into: pipe) { task in
      switch task {
      case .account(let place):
        var look = AccountLook(
          client: context.accounts[place].client,
          now: context.started,
          proceed: { context.proceeds }
        )
        if idle > 0 { look.onPage = people.add }
        let view = look.run(account: place)
        people.endList()
        _ = pipe.send(.view(view))
      case .people(let people):
        while !pipe.isClosed, let userId = people.next() {
          PersonLook(context: context, pipe: pipe).run(userId)
        }
      }
    }
    try writing.drain(pipe, onProgress: onProgress)
    // When none of the accounts can be asked, there is nothing to be partial about.
    let usable = writing.views.contains { view in view.end == nil || view.end?.endsRun == true }
    if !usable, let error = writing.views.min(by: { $0.account < $1.account })?.end {
      throw IngestError.noAccount(name: accounts[0].account.name, error: error)
    }
    let answered = writing.views.contains { $0.profile != nil || $0.own.isWhole }
    if !answered, context.proceeds, let error = writing.views.first?.problems.first?.error {
      throw IngestError.noAccount(name: accounts[0].account.name, error: error)
    }
  }

  /// Reads conversations: what is new, then what the bound asks to be walked through; and asks who the people are that
  /// these or older looks only mentioned.
  private func read(
    _ plan: SyncPlan,
    _ writing: inout SyncWriting,
    _ context: SyncContext,
    _ onProgress: (SyncProgress) -> Void
  ) throws {
    writing.begin(.conversations, total: plan.jobs.count + plan.walks.count)
    // Behind all that is sure to come, so that they neither keep items waiting nor wait for the last to be written.
    let people = try undescribed(writing, context).map(SyncTask.person)
    writing.expect(people: writing.lookedUp.count + people.count)
    let jobs = try plan.jobs.map { job in
      var job = job
      // What this run does not come to is to be known as unread.
      if job.isStateNew { try writing.writer.set(job.state, of: WireID(job.convId)) }
      if job.mayHaveItems, job.state.backfilled == nil {
        job.mayHaveItems = try writing.writer.hasItems(in: job.convId)
      }
      return SyncTask.conversation(job)
    }
    try run(jobs + (plan.walks.isEmpty ? people : []), &writing, context, onProgress)
    if !plan.walks.isEmpty {
      let walks = plan.walks.map { walk in
        var walk = walk
        walk.state = writing.states[walk.convId] ?? walk.state
        return SyncTask.conversation(walk)
      }
      try run(walks + people, &writing, context, onProgress)
    }
    // Only now it may have come to light that short pages end nothing.
    var doubtful = context.doubtful
    let again = (plan.jobs + plan.walks).compactMap { job -> SyncTask? in
      guard doubtful.remove(job.convId) != nil else { return nil }
      var job = job
      job.reading = .news
      job.looksAtPeople = false
      job.state = writing.states[job.convId] ?? job.state
      return .conversation(job)
    }
    try run(again, &writing, context, onProgress)
  }

  /// Asks who the people are that only the items of this run mention, and anew who those are whose turn it is.
  private func describePeople(
    _ overview: SyncOverview,
    bound: Int64,
    _ writing: inout SyncWriting,
    _ context: SyncContext,
    _ onProgress: (SyncProgress) -> Void
  ) throws {
    let people =
      try undescribed(writing, context) + inTurn(overview, bound: bound, writing, context)
    guard !people.isEmpty else { return }
    writing.begin(.people, total: people.count)
    try run(people.map(SyncTask.person), &writing, context, onProgress)
  }

  /// The people whose turn it is to be asked for anew, since nothing else tells that someone has another name.
  private func inTurn(
    _ overview: SyncOverview,
    bound: Int64,
    _ writing: SyncWriting,
    _ context: SyncContext
  ) throws -> [String] {
    // A run of some conversations has no turns, and before the first settled one everybody is new.
    guard context.proceeds, options.convIds.isEmpty, let lastSettled = overview.lastSettled
    else { return [] }
    return try writing.writer.usersInTurn(
      every: RescanPlan.interval(within: bound),
      since: options.isFull ? .min : lastSettled,
      now: context.started
    ).filter { !writing.lookedUp.contains($0) }
  }

  /// The people of whom the index knows no more than that there are such, and who were not asked for in this run.
  private func undescribed(
    _ writing: SyncWriting,
    _ context: SyncContext
  ) throws -> [String] {
    guard context.proceeds else { return [] }
    return try writing.writer.undescribedUsers(
      refusedBefore: context.started - SyncOptions.ordinaryBound,
      limit: 100_000
    ).filter { !writing.lookedUp.contains($0) }
  }

  private func run(
    _ tasks: [SyncTask],
    _ writing: inout SyncWriting,
    _ context: SyncContext,
    _ onProgress: (SyncProgress) -> Void
  ) throws {
    guard !tasks.isEmpty else { return }
    let pipe = Pipe<SyncDelivery>(capacity: Self.bytesAhead) { $0.byteCount }
    SyncCrew(tasks, workers: options.workers).start(into: pipe) { task in
      switch task {
      case .conversation(let job): ConversationReader(context: context, pipe: pipe).run(job)
      case .person(let userId): PersonLook(context: context, pipe: pipe).run(userId)
      }
    }
    try writing.drain(pipe, onProgress: onProgress)
  }
}
