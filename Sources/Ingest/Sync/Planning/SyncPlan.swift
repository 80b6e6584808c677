internal import Circuit
internal import Index

/// Which conversations a run asks, in which order, and how.
struct SyncPlan: Sendable {
  /// What is new, and what was never read, in the order in which it is to be begun.
  var jobs: [ConversationJob] = []
  /// What is walked through once more when all of that is done.
  var walks: [ConversationJob] = []
  /// Conversations that the accounts see.
  var visible = 0
  /// All conversations that were read to their end once, for what is overdue at the end.
  private(set) var verified: [String: Int64] = [:]

  /// The longest conversation, in requests of a walk, that is not also asked for news before it is walked through.
  private static let shortWalk = 10

  /// Plans.
  ///
  /// - Parameters:
  ///   - views: What the accounts see.
  ///   - rows: The accounts' rows in the index, by their place in the run's list.
  ///   - overview: What the index holds.
  ///   - options: What the run is to do.
  ///   - bound: The bound, ms.
  ///   - now: When the run began, ms.
  init(
    views: [AccountView],
    rows: [Int64],
    overview: SyncOverview,
    options: SyncOptions,
    bound: Int64,
    now: Int64
  ) {
    let known = Dictionary(
      overview.rooms.map { ($0.convId, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var seen: [String: Sighting] = [:]
    for view in views {
      for (isMember, listing) in [(true, view.own), (false, view.communities)] {
        for conversation in listing.conversations.values {
          seen[conversation.convId, default: Sighting(conversation)]
            .add(conversation, by: view.account, isMember: isMember)
        }
      }
    }
    visible = seen.count
    var jobs: [ConversationJob] = []
    for (convId, sighting) in seen {
      if !options.convIds.isEmpty, !options.convIds.contains(convId) { continue }
      jobs.append(
        Self.job(sighting, known[convId], options, lastSettled: overview.lastSettled, now: now)
      )
    }
    for room in overview.rooms where seen[room.convId] == nil {
      guard options.convIds.isEmpty,
        let job = Self.confirmation(of: room, views: views, rows: rows)
      else { continue }
      jobs.append(job)
    }
    jobs.sort { $0.convId < $1.convId }
    choose(from: jobs, overview, options, bound: bound, now: now)
  }

  /// A conversation as the accounts' lists show it.
  private struct Sighting {
    var conversation: Conversation
    var members: [Int] = []
    var others: [Int] = []

    init(_ conversation: Conversation) { self.conversation = conversation }

    mutating func add(_ seen: Conversation, by account: Int, isMember: Bool) {
      if seen.modificationTime ?? .min > conversation.modificationTime ?? .min {
        conversation = seen
      }
      if isMember { members.append(account) } else { others.append(account) }
    }
  }

  private static func job(
    _ sighting: Sighting,
    _ room: SyncOverview.Room?,
    _ options: SyncOptions,
    lastSettled: Int64?,
    now: Int64
  ) -> ConversationJob {
    let conversation = sighting.conversation
    let origin = options.since ?? 0
    var state = room?.state ?? ConversationSync(origin: origin)
    let isMember = !sighting.members.isEmpty
    // One that was closed to the accounts is tried again once a day, or when one of them joins.
    let wasLost = state.lost != nil
    state.lost = isMember ? nil : state.lost
    let reading: ConversationJob.Reading =
      options.isFull || state.backfilled == nil || state.walk != nil || state.origin > origin
      ? .walk : .news
    let isNamed = !options.convIds.isEmpty
    let isPending = room?.isPending == true
    let isDue =
      isNamed || isPending || options.isFull || wasLost && isMember
      || (state.backfilled == nil && !wasLost)
      || IdleSchedule.isDue(
        WireID(conversation.convId),
        newest: wasLost ? 0 : max(state.cursor ?? 0, conversation.modificationTime ?? 0),
        lastSettled: lastSettled,
        now: now
      )
    return ConversationJob(
      convId: conversation.convId,
      accounts: sighting.members + sighting.others,
      reading: reading,
      state: state,
      origin: state.backfilled == nil ? origin : min(state.origin, origin),
      mayHaveItems: room != nil,
      isStateNew: room?.state != state,
      isDue: isDue,
      isPending: isPending,
      isMember: isMember,
      looksAtPeople: isNamed || reading == .walk || room?.modified != conversation.modificationTime,
      listedParticipants: conversation.mayHideParticipants ? conversation.participants : nil
    )
  }

  /// A conversation that lists showed before and do not any more, provided that all who saw it were asked.
  private static func confirmation(
    of room: SyncOverview.Room,
    views: [AccountView],
    rows: [Int64]
  ) -> ConversationJob? {
    guard let state = room.state, state.lost == nil, !room.accounts.isEmpty else { return nil }
    let places = room.accounts.compactMap { row in
      views.first { rows[$0.account] == row && $0.isWhole }?.account
    }
    guard places.count == room.accounts.count else { return nil }
    return ConversationJob(
      convId: room.convId,
      accounts: places,
      reading: .confirm,
      state: state,
      origin: state.origin,
      isPending: room.isPending
    )
  }

  /// Puts the jobs in order: what is new and what was never read by turns, then walks for the bound.
  private mutating func choose(
    from all: [ConversationJob],
    _ overview: SyncOverview,
    _ options: SyncOptions,
    bound: Int64,
    now: Int64
  ) {
    let candidates = all.indices.compactMap { place -> RescanPlan.Candidate? in
      let state = all[place].state
      guard all[place].reading != .confirm, state.lost == nil, state.walk == nil,
        let verified = state.verified
      else { return nil }
      self.verified[all[place].convId] = verified
      return RescanPlan.Candidate(
        place: place,
        id: WireID(all[place].convId),
        verified: verified
      )
    }
    let rescan = RescanPlan(candidates, now: now, previous: overview.lastSettled, bound: bound)
    let chosen = options.convIds.isEmpty ? rescan.places : []
    let walked = Set(chosen)
    var news: [ConversationJob] = []
    var first: [ConversationJob] = []
    var later: [ConversationJob] = []
    for place in all.indices where !walked.contains(place) {
      let job = all[place]
      switch job.reading {
      case .confirm: news.append(job)
      case .news: if job.isDue { news.append(job) }
      case .walk:
        if job.state.backfilled == nil {
          if job.isDue { first.append(job) }
        } else {
          later += Self.walks(job, newsFirst: &news)
        }
      }
    }
    for place in chosen {
      var job = all[place]
      job.reading = .walk
      job.looksAtPeople = true
      later += Self.walks(job, newsFirst: &news)
    }
    jobs = Self.inTurn(news, first, now: now)
    walks = later
  }

  /// The jobs of both lists by turns, those for news begun at another place in each run: one whose requests are
  /// counted may never come to the end, and is to starve none of them.
  private static func inTurn(
    _ news: [ConversationJob],
    _ first: [ConversationJob],
    now: Int64
  ) -> [ConversationJob] {
    let start = news.isEmpty ? 0 : Int(UInt64(bitPattern: now / 1000) % UInt64(news.count))
    let turned = news[start...] + news[..<start]
    var jobs: [ConversationJob] = []
    jobs.reserveCapacity(news.count + first.count)
    for (old, new) in zip(turned, first) { jobs += [old, new] }
    return jobs + turned.dropFirst(first.count) + first.dropFirst(news.count)
  }

  /// A long walk may take several runs, and is not to keep what is new waiting.
  private static func walks(
    _ job: ConversationJob,
    newsFirst news: inout [ConversationJob]
  ) -> [ConversationJob] {
    guard job.isDue, job.state.pages > shortWalk || job.state.walk != nil else { return [job] }
    var first = job
    first.reading = .news
    first.looksAtPeople = false
    news.append(first)
    var walk = job
    walk.isDue = false
    return [walk]
  }
}

extension Conversation {
  /// Whether a list of conversations may name only some of its participants.
  var mayHideParticipants: Bool {
    switch type {
    case "DIRECT": false
    case "GROUP": participants.count >= 50
    default: true
    }
  }
}
