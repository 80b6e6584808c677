internal import Circuit
internal import Index

/// Reads one conversation: its items, page by page, and what else is asked of it.
struct ConversationReader {
  let context: SyncContext
  let pipe: Pipe<SyncDelivery>

  /// Does a job to its end, and says how it ended.
  func run(_ job: ConversationJob) {
    guard context.proceeds else {
      _ = pipe.send(.ended(convId: job.convId, .cut, state: job.state, asked: false))
      return
    }
    var state = job.state
    let ending: SyncDelivery.Ending
    do throws(APIError) {
      ending = try read(job, &state)
    } catch {
      // An account of no more use is named once, not with each of its conversations.
      ending = error.endsRun || error.concernsAccount ? .cut : .failed(error)
    }
    _ = pipe.send(.ended(convId: job.convId, ending, state: state, asked: true))
  }

  /// Tries one account after the other: what one was refused, another may see.
  private func read(
    _ job: ConversationJob,
    _ state: inout ConversationSync
  ) throws(APIError) -> SyncDelivery.Ending {
    var last: APIError?
    if job.reading == .confirm, try !isSeen(job) { return .lost }
    for account in job.accounts {
      do throws(APIError) {
        let walked = try readItems(job, as: account, &state)
        if job.looksAtPeople { try lookAtPeople(job, as: account) }
        return .done(walked: walked)
      } catch {
        guard error.isRefusal || error.concernsAccount else { throw error }
        last = error
      }
    }
    guard let last else { return .cut }
    // Refused by all: is it the conversation that is not theirs, or only its items?
    guard last.isRefusal else { throw last }
    if !job.isMember { return state.backfilled == nil ? .closed : .lost }
    if try isSeen(job) { throw last }
    return .lost
  }

  /// Whether any account sees the conversation by its id.
  private func isSeen(_ job: ConversationJob) throws(APIError) -> Bool {
    var failure: APIError?
    for account in job.accounts {
      do throws(APIError) {
        _ = try context.send(.conversation(job.convId), as: account)
        return true
      } catch {
        if error.isRefusal { continue }
        if error.endsRun { throw error }
        failure = error
      }
    }
    // An account that could not answer may see it.
    if let failure { throw failure }
    return false
  }

  /// Whether it walked through all of it.
  private func readItems(
    _ job: ConversationJob,
    as account: Int,
    _ state: inout ConversationSync
  ) throws(APIError) -> Bool {
    guard job.reading == .walk else {
      var walk = pageWalk(from: state.cursor ?? state.origin)
      while let request = walk.request {
        let page = try ask(request, of: job.convId, as: account)
        let gaps = take(page, of: job.convId, into: &walk)
        let before = state
        state.cursor = walk.cursor
        try hand(page, job.convId, state: state == before ? nil : state, isTracked: false, gaps)
      }
      return false
    }
    var ongoing = state.walk ?? beginning(of: job, state)
    if state.walk == nil {
      guard pipe.send(.walkStart(convId: job.convId)) else { throw .stopped }
    }
    var walk = pageWalk(from: ongoing.cursor)
    while let request = walk.request {
      let page = try ask(request, of: job.convId, as: account)
      let gaps = take(page, of: job.convId, into: &walk)
      ongoing.cursor = walk.cursor
      ongoing.pages += 1
      // What could not be read cannot be told from what is absent.
      if !page.rejected.isEmpty { ongoing.tracks = false }
      state.walk = ongoing
      try hand(page, job.convId, state: state, isTracked: ongoing.tracks, gaps)
    }
    let before = state.verified
    state.walk = nil
    state.cursor = max(state.cursor ?? 0, ongoing.cursor)
    state.origin = ongoing.origin
    state.backfilled = state.backfilled ?? context.now
    state.verified = ongoing.started
    state.pages = ongoing.pages
    let end = SyncDelivery.walkEnd(
      convId: job.convId,
      walk: ongoing,
      before: before,
      state: state
    )
    guard pipe.send(end) else { throw .stopped }
    return true
  }

  /// A walk that begins now.
  ///
  /// Where nothing of the conversation is in the index, nothing can be found absent.
  private func beginning(
    of job: ConversationJob,
    _ state: ConversationSync
  ) -> ConversationSync.Walk {
    ConversationSync.Walk(
      cursor: job.origin,
      started: context.now,
      origin: job.origin,
      tracks: job.mayHaveItems
    )
  }

  private func pageWalk(from cursor: Int64) -> PageWalk {
    PageWalk(
      from: cursor,
      size: APILimit.results,
      now: context.now,
      pagesComeShort: context.pagesComeShort,
      trustsShortPages: context.trustsShortPages
    )
  }

  private func ask(
    _ request: PageWalk.Request,
    of convId: String,
    as account: Int
  ) throws(APIError) -> ItemPage {
    try context.send(
      .conversationItems(of: convId, modTime: request.moment, direction: request.direction),
      as: account
    )
  }

  /// Tells the walk of a page; the gaps that came to light.
  private func take(
    _ page: ItemPage,
    of convId: String,
    into walk: inout PageWalk
  ) -> [SyncGap] {
    let known = walk.gaps.count
    walk.take(WalkPage(page))
    context.learn(from: walk, of: convId)
    return walk.gaps[known...].map { range in
      SyncGap(
        first: range.lowerBound,
        last: range.upperBound,
        reason: range.count == 1
          ? "more items in one millisecond than can be asked for"
          : "a page of items without usable times"
      )
    }
  }

  private func hand(
    _ page: ItemPage,
    _ convId: String,
    state: ConversationSync?,
    isTracked: Bool,
    _ gaps: [SyncGap]
  ) throws(APIError) {
    let batch = context.takeBatch()
    batch.reset(taking: page.items)
    batch.prepare()
    let read = ReadPage(
      convId: convId,
      batch: batch,
      state: state,
      isTracked: isTracked,
      rejected: page.rejected,
      gaps: gaps
    )
    guard pipe.send(.page(read)) else { throw .stopped }
  }

  /// Asks who takes part and what is pinned; a refusal is a problem of its own, and keeps no items.
  private func lookAtPeople(_ job: ConversationJob, as account: Int) throws(APIError) {
    do throws(APIError) {
      if let listed = job.listedParticipants,
        let people = try participants(of: job.convId, listed: listed, as: account)
      {
        guard pipe.send(.participants(convId: job.convId, userIds: people)) else { throw .stopped }
      }
      let pins = try context.send(.pins(in: job.convId), as: account)
      if pins.rejected.isEmpty {
        guard pipe.send(.pins(convId: job.convId, pins.records)) else { throw .stopped }
      }
    } catch {
      // Else it would be named once for the account and once more here, if this is where it showed first.
      if error.endsRun || error.concernsAccount { throw error }
      guard pipe.send(.problem(what: "people and pins of \(job.convId)", error)) else {
        throw .stopped
      }
    }
  }

  /// All who take part; nil when the list breaks off.
  ///
  /// The operation gives regular users only unless a type is named, and which types there are is not documented: the
  /// others are those that the conversation itself lists.
  private func participants(
    of convId: String,
    listed: [String],
    as account: Int
  ) throws(APIError) -> [String]? {
    var people = listed
    var known = Set(listed)
    var pointer: String?
    var pointers: Set<String> = []
    while true {
      let page = try context.send(.participants(of: convId, pointer: pointer), as: account)
      for person in page.list where known.insert(person.userId).inserted {
        people.append(person.userId)
      }
      guard page.list.rejected.isEmpty else { return nil }
      guard page.hasMore else { return people }
      guard let next = page.nextPointer, pointers.insert(next).inserted else { return nil }
      pointer = next
    }
  }
}

extension APIError {
  /// Whether the platform says that this account may not see what was asked for.
  var isRefusal: Bool {
    switch self {
    case .refused, .forbidden, .notFound: true
    default: false
    }
  }
}
