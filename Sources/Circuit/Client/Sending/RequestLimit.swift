/// How many requests may be under way: additive increase, multiplicative decrease, as TCP does it.
///
/// It starts small, grows by one for each round of healthy answers, and halves when the server says
/// that it has too much; a request for quiet holds all requests back. A pure machine: it is told
/// the time, and waits for nothing.
struct RequestLimit: Sendable {
  /// The right to send one request.
  struct Permit: Sendable, Equatable {
    /// The number of halvings before it: of many answers to one burst, one halves.
    fileprivate let era: Int
  }

  /// What to do with a wish to send.
  enum Admission: Sendable, Equatable {
    case admitted(Permit)
    /// Ask again when a permit has been given back.
    case waitForPermit
    /// Ask again at that time.
    case waitUntil(Duration)
    case budgetSpent
  }

  /// What an answer says of the server.
  enum Health: Sendable, Equatable {
    /// It keeps up.
    case healthy
    /// It has too much: 429 or 503.
    case overloaded
    /// Nothing: no answer, or one that has other reasons.
    case unknown
  }

  /// Requests that may be under way.
  private(set) var limit: Int
  /// Requests under way.
  private(set) var inFlight = 0
  /// Requests sent so far.
  private(set) var sent = 0
  /// Until when nothing is sent.
  private(set) var quietUntil: Duration?
  private let ceiling: Int
  private let budget: Int?
  private var era = 0
  /// Healthy answers since the limit last changed.
  private var healthy = 0
  /// The limit has been reached since it last changed: one that was not has not been shown to be good.
  private var wasReached = false

  /// A limit.
  ///
  /// - Parameters:
  ///   - start: Requests that may be under way at first.
  ///   - ceiling: Requests that may ever be under way.
  ///   - budget: Requests that may be sent in all.
  init(start: Int, ceiling: Int, budget: Int?) {
    self.ceiling = max(1, ceiling)
    limit = min(max(1, start), self.ceiling)
    self.budget = budget
  }

  /// Asks for the right to send a request.
  mutating func admit(at now: Duration) -> Admission {
    if let budget, sent >= budget { return .budgetSpent }
    if let quietUntil {
      if now < quietUntil { return .waitUntil(quietUntil) }
      self.quietUntil = nil
    }
    guard inFlight < limit else { return .waitForPermit }
    inFlight += 1
    sent += 1
    wasReached = wasReached || inFlight == limit
    return .admitted(Permit(era: era))
  }

  /// Counts a request that is sent within another's permit.
  mutating func count() { sent += 1 }

  /// Takes a permit back, with what the answer said.
  mutating func release(_ permit: Permit, _ health: Health) {
    inFlight -= 1
    guard permit.era == era else { return }
    switch health {
    case .healthy:
      healthy += 1
      if wasReached, healthy >= limit, limit < ceiling { change(to: limit + 1) }
    case .overloaded:
      era += 1
      change(to: max(1, limit / 2))
    case .unknown: break
    }
  }

  private mutating func change(to limit: Int) {
    self.limit = limit
    healthy = 0
    wasReached = false
  }

  /// Sends nothing for a while; a longer quiet that is on already stands.
  mutating func beQuiet(until time: Duration) {
    quietUntil = max(quietUntil ?? time, time)
  }
}
