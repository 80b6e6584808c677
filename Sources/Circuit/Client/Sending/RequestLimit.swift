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

  /// Requests that may be under way; fractions count towards the next whole one.
  private(set) var limit: Double
  /// Requests under way.
  private(set) var inFlight = 0
  /// Requests sent so far.
  private(set) var sent = 0
  /// Until when nothing is sent.
  private(set) var quietUntil: Duration?
  private let ceiling: Double
  private let budget: Int?
  private var era = 0

  /// A limit.
  ///
  /// - Parameters:
  ///   - start: Requests that may be under way at first.
  ///   - ceiling: Requests that may ever be under way.
  ///   - budget: Requests that may be sent in all.
  init(start: Int, ceiling: Int, budget: Int?) {
    self.ceiling = Double(max(1, ceiling))
    limit = min(Double(max(1, start)), self.ceiling)
    self.budget = budget
  }

  /// Asks for the right to send a request.
  mutating func admit(at now: Duration) -> Admission {
    if let budget, sent >= budget { return .budgetSpent }
    if let quietUntil {
      if now < quietUntil { return .waitUntil(quietUntil) }
      self.quietUntil = nil
    }
    guard Double(inFlight) + 1 <= limit else { return .waitForPermit }
    inFlight += 1
    sent += 1
    return .admitted(Permit(era: era))
  }

  /// Counts a request that is sent within another's permit.
  mutating func count() { sent += 1 }

  /// Takes a permit back, with what the answer said.
  mutating func release(_ permit: Permit, _ health: Health) {
    // A limit that was not made use of has not been shown to be good.
    let isFull = Double(inFlight) + 1 > limit
    inFlight -= 1
    switch health {
    case .healthy where isFull && permit.era == era: limit = min(ceiling, limit + 1 / limit)
    case .overloaded where permit.era == era:
      limit = max(1, (limit / 2).rounded(.down))
      era += 1
    case .healthy, .overloaded, .unknown: break
    }
  }

  /// Sends nothing for a while; a longer quiet that is on already stands.
  mutating func beQuiet(until time: Duration) {
    quietUntil = max(quietUntil ?? time, time)
  }
}
