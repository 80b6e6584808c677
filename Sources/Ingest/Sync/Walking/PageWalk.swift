/// Walks forward along modificationTime, a page at a time, without losing anything on the way.
///
/// It only says what to ask next, and is told the answers.
///
/// It goes forward because what is edited during the walk only moves ahead of it. A request begins one ms before the
/// cursor, so that it does not matter whether the platform's boundary is inclusive; pages may come in any order and
/// repeat things. A page that reaches past the cursor is followed by another, unless it is short and the platform has
/// proved that its short pages end what there is; one that does not ends the walk, so that an idle conversation costs
/// one request.
///
/// Where more than a page shares a millisecond it asks from both sides of it, and says so in `gaps` when the two
/// reaches do not meet. A thing that is modified later than `horizon` moves no cursor: one absurd date would hide all
/// that comes after it.
struct PageWalk: Sendable {
  /// A request: what was modified after or before a moment, nearest first.
  enum Request: Sendable, Equatable {
    case after(Int64)
    case before(Int64)
  }

  /// A millisecond with more than a page in it.
  private struct Crowd: Sendable, Equatable {
    var time: Int64
    /// What was reached from before it, by one request.
    var front: Set<UInt64>
    var rounds = 0
    var exit = Exit.end
  }

  /// Where a walk goes on behind a crowd.
  private enum Exit: Sendable, Equatable {
    /// At what was reached behind it.
    case at(Int64)
    /// In the ms after it, of which nothing is known yet.
    case behind
    /// There is nothing behind it.
    case end
  }

  private enum Step: Sendable, Equatable {
    /// Asking for what comes after a moment.
    case ahead(Int64)
    /// Asking whether the boundary is inclusive, at a crowd.
    case front(Crowd)
    /// Asking for a crowd from behind it.
    case back(Crowd, before: Int64)
    case finished
  }

  /// A short page proves that pages come short only by things older than this: the newest may have come between.
  static let settled: Int64 = 600_000
  /// Looks at one crowd while pages come short of what is there.
  private static let mostRounds = 8
  /// Short pages in a row that each brought something new, after which a walk does not run after the present any more.
  private static let mostShortPages = 16

  /// Everything modified up to here was asked for.
  private(set) var cursor: Int64
  /// Times at which not everything could be reached.
  private(set) var gaps: [ClosedRange<Int64>] = []
  /// Whether the platform has been seen to answer with less than there is: then a short page ends nothing.
  private(set) var pagesComeShort: Bool
  /// Whether the walk ended on a page that would not have ended it, had `pagesComeShort` been known.
  private(set) var endedOnShortPage = false
  /// Whether a short page was followed by a look that showed that it had been the last.
  private(set) var shortPageWasLast = false
  private let trustsShortPages: Bool
  private let size: Int
  private let horizon: Int64
  private let now: Int64
  private var step: Step
  /// The crowd passed last.
  private var passed: Int64?
  /// Pages in a row that reached further and were short.
  private var shortPages = 0

  /// A walk from `cursor` on.
  ///
  /// - Parameters:
  ///   - cursor: Where to begin, ms since 1970 UTC.
  ///   - size: Most things to a page.
  ///   - now: The present, ms since 1970 UTC.
  ///   - horizon: The latest time that moves the cursor; without it, a day from now.
  ///   - pagesComeShort: Whether the platform is known for it.
  ///   - trustsShortPages: Whether short pages have proved to be the last.
  init(
    from cursor: Int64,
    size: Int = 100,
    now: Int64,
    horizon: Int64? = nil,
    pagesComeShort: Bool = false,
    trustsShortPages: Bool = false
  ) {
    self.cursor = cursor
    self.size = size
    self.now = now
    self.horizon = horizon ?? now + 86_400_000
    self.pagesComeShort = pagesComeShort
    self.trustsShortPages = trustsShortPages
    step = .ahead(max(0, cursor - 1))
  }

  /// What to ask next; nil when the walk is over.
  var request: Request? {
    switch step {
    case .ahead(let moment): .after(moment)
    case .front(let crowd): .after(crowd.time)
    case .back(_, let moment): .before(moment)
    case .finished: nil
    }
  }

  /// Takes the answer to `request`.
  mutating func take(_ page: WalkPage) {
    switch step {
    case .ahead: takeAhead(page)
    case .front(let crowd): takeFront(page, of: crowd)
    case .back(let crowd, _): takeBack(page, of: crowd)
    case .finished: break
    }
  }

  private mutating func takeAhead(_ page: WalkPage) {
    let isShort = page.count < size
    if let latest = page.latest(upTo: horizon), latest > cursor {
      // A short page ends what there is: more behind it, and long there, belies that.
      if shortPages > 0, latest < now - Self.settled { pagesComeShort = true }
      shortPages = isShort ? shortPages + 1 : 0
      advance(to: latest)
      guard isShort, !pagesComeShort else { return }
      if trustsShortPages || latest >= now || shortPages > Self.mostShortPages {
        endedOnShortPage = true
        step = .finished
      }
    } else if isShort, !pagesComeShort || page.isEmpty {
      endedOnShortPage = !page.isEmpty
      shortPageWasLast = shortPages > 0 && cursor < now - Self.settled
      step = .finished
    } else if cursor != passed, page.entries.contains(where: { ($0.modified ?? .max) <= cursor }) {
      step = .front(Crowd(time: cursor, front: page.ids(at: cursor)))
    } else {
      // A whole page of absurd times, or of none, or the crowd again: there is no way past it.
      if !isShort { gaps.append(cursor + 1...Int64.max) }
      step = .finished
    }
  }

  /// An inclusive boundary shows the crowd again, and what is behind it only from the next ms on.
  private mutating func takeFront(_ page: WalkPage, of crowd: Crowd) {
    var crowd = crowd
    let here = page.ids(at: crowd.time)
    let further = page.latest(upTo: horizon).flatMap { $0 > crowd.time ? $0 : nil }
    guard !here.isEmpty else {
      crowd.exit = further.map { .at($0) } ?? .end
      if further == nil, page.count >= size { gaps.append(cursor + 1...Int64.max) }
      step = .back(crowd, before: crowd.time + 1)
      return
    }
    // The page shows all of the crowd when it goes on behind it, or ends.
    if let further { return advance(to: further) }
    if page.count < size, !pagesComeShort {
      step = .finished
      return
    }
    crowd.front = here
    crowd.exit = .behind
    step = .back(crowd, before: crowd.time)
  }

  private mutating func takeBack(_ page: WalkPage, of crowd: Crowd) {
    var crowd = crowd
    let back = page.ids(at: crowd.time)
    crowd.rounds += 1
    let goesFurther = page.entries.contains { ($0.modified ?? .max) < crowd.time }
    // Two reaches that share some ids, but not all, come from two ends and meet.
    let meets = !back.isDisjoint(with: crowd.front) && back != crowd.front
    let isWhole = goesFurther || meets || page.count < size && !pagesComeShort
    if !isWhole, pagesComeShort, crowd.rounds < Self.mostRounds {
      step = .front(crowd)
      return
    }
    if !isWhole { gaps.append(crowd.time...crowd.time) }
    passed = crowd.time
    // The present ms may still fill: the next walk begins in it.
    guard crowd.time < now else {
      step = .finished
      return
    }
    switch crowd.exit {
    case .at(let time): advance(to: time)
    case .behind: step = .ahead(crowd.time + 1)
    case .end: step = .finished
    }
  }

  private mutating func advance(to time: Int64) {
    cursor = time
    step = .ahead(max(0, time - 1))
  }
}
