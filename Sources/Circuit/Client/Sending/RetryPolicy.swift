/// Which failures are worth another attempt, how many, and when: exponential back-off with full jitter.
///
/// ("Exponential Backoff And Jitter", AWS Architecture Blog, 2015: of many clients that failed together
/// each waits a random part of the step, so that they do not come back together.)
struct RetryPolicy: Sendable {
  /// What an attempt met with.
  enum Failure: Sendable, Equatable {
    /// A status that is none of success; how long the server asks to wait.
    case status(Int, retryAfter: Duration?)
    case transport(TransportError)
    case malformed(DecodingProblem)
  }

  /// What to do about it.
  enum Decision: Sendable, Equatable {
    /// Try again after so long; `quiet` is how long nobody should ask, as the server asked.
    case retry(after: Duration, quiet: Quiet?)
    case giveUp
  }

  /// A quiet that a server asked for.
  struct Quiet: Sendable, Equatable {
    /// How long it asked for.
    var asked: Duration
    /// How long it gets.
    var granted: Duration { min(asked, RetryPolicy.longestQuiet) }
  }

  /// Statuses that may be others at the next attempt.
  static let passingStatuses: Set<Int> = [429, 500, 502, 503, 504]
  /// The longest quiet that a server gets at once; then it is asked again.
  static let longestQuiet = Duration.seconds(600)
  /// The first step, which doubles at each attempt.
  static let firstStep = Duration.milliseconds(500)
  /// The longest step.
  static let longestStep = Duration.seconds(60)

  /// Attempts made so far.
  private(set) var attempts = 0
  private var garbled = 0
  private let maximalAttempts: Int
  private let isServerKnown: Bool

  /// A policy before the first attempt.
  ///
  /// - Parameters:
  ///   - maximalAttempts: Most attempts in any case.
  ///   - isServerKnown: Whether the server has answered before.
  init(maximalAttempts: Int? = nil, isServerKnown: Bool = true) {
    self.maximalAttempts = maximalAttempts ?? .max
    self.isServerKnown = isServerKnown
  }

  /// Most attempts at a question that the server answers with 429: it is well, and says when to come back.
  private static let attemptsAtLimit = 10
  /// Most attempts at a question that fails otherwise.
  private static let attemptsAtFault = 6
  /// Most attempts at a question whose answers are garbled: the third will hardly be better.
  private static let attemptsAtGarbled = 3

  /// Most attempts to find a server that has not answered yet: its name is more likely wrong than the network slow.
  private static let attemptsAtUnknownName = 3

  /// How strictly the next answer is read: at the last attempt what is whole is taken.
  var reading: AnswerReading { garbled + 1 < mostGarbled ? .strict : .lenient }

  private var mostGarbled: Int { min(Self.attemptsAtGarbled, maximalAttempts) }

  /// Notes an attempt's failure and says what to do.
  ///
  /// - Parameters:
  ///   - failure: What it met with.
  ///   - random: A random number from 0 to 1.
  /// - Returns: What to do.
  mutating func next(after failure: Failure, random: Double) -> Decision {
    attempts += 1
    switch failure {
    case .status(let status, let asked):
      guard Self.passingStatuses.contains(status) else { return .giveUp }
      let most = status == 429 ? Self.attemptsAtLimit : Self.attemptsAtFault
      return decide(most: most, asked: asked, random)
    case .transport(let error):
      guard error.isTransient else { return .giveUp }
      let isUnknown = error.kind == .hostNotFound && !isServerKnown
      let most = isUnknown ? Self.attemptsAtUnknownName : Self.attemptsAtFault
      return decide(most: most, asked: nil, random)
    case .malformed:
      garbled += 1
      guard garbled < mostGarbled else { return .giveUp }
      return decide(most: Self.attemptsAtFault, asked: nil, random)
    }
  }

  private func decide(most: Int, asked: Duration?, _ random: Double) -> Decision {
    guard attempts < min(most, maximalAttempts) else { return .giveUp }
    let step = min(Self.longestStep, Self.firstStep * (1 << (attempts - 1)))
    let jitter = step * random
    guard let asked else { return .retry(after: jitter, quiet: nil) }
    let quiet = Quiet(asked: asked)
    // Those who wait for the same moment come back spread over a step behind it.
    return .retry(after: quiet.granted + jitter, quiet: quiet)
  }
}
