internal import Circuit
internal import Index
internal import Synchronization
internal import Text

/// What all threads of a run share.
final class SyncContext: Sendable {
  let accounts: [SyncAccount]
  let stop: StopFlag
  /// When the run began, ms.
  let started: Int64
  private let clock: @Sendable () -> Int64
  private let packer: ContentPacker
  private let languages: Languages
  /// Batches to be filled, so that their memory is used again.
  private let batches = Mutex<[PreparedBatch]>([])
  private let state: Mutex<State>

  private struct State {
    var pagesComeShort: Bool
    /// Short pages that were seen to be the last.
    var lastShortPages = 0
    /// Conversations whose reading ended on a page that would not end it, had that been known.
    var doubtful: Set<String> = []
    /// Accounts that are of no more use in this run, by their place.
    var unusable: [Int: APIError] = [:]
    /// Why the run is to end early.
    var cut: SyncSummary.Cut?
  }

  init(
    accounts: [SyncAccount],
    stop: StopFlag,
    started: Int64,
    pagesComeShort: Bool,
    packer: ContentPacker,
    languages: Languages,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.accounts = accounts
    self.stop = stop
    self.started = started
    self.clock = clock
    self.packer = packer
    self.languages = languages
    state = Mutex(State(pagesComeShort: pagesComeShort))
  }

  /// The present, ms.
  var now: Int64 { clock() }

  /// Whether to begin anything more.
  var proceeds: Bool { !stop.isSet && state.withLock { $0.cut == nil } }

  /// Why the run ends early, if it does.
  var cut: SyncSummary.Cut? { state.withLock { $0.cut } ?? (stop.isSet ? .stopped : nil) }

  /// Whether a short page ends nothing on this platform.
  var pagesComeShort: Bool { state.withLock { $0.pagesComeShort } }

  /// Whether short pages have proved so often to be the last that a look behind each is not worth a request.
  var trustsShortPages: Bool {
    state.withLock { !$0.pagesComeShort && $0.lastShortPages >= Self.proofs }
  }

  private static let proofs = 16

  /// Learns from a walk what short pages are worth.
  func learn(from walk: PageWalk, of convId: String) {
    state.withLock { state in
      if walk.pagesComeShort { state.pagesComeShort = true }
      if walk.request == nil, walk.shortPageWasLast { state.lastShortPages += 1 }
      if walk.request == nil, walk.endedOnShortPage, !state.pagesComeShort {
        state.doubtful.insert(convId)
      }
    }
  }

  /// Conversations whose end is in doubt since short pages are known to end nothing.
  var doubtful: Set<String> { state.withLock { $0.pagesComeShort ? $0.doubtful : [] } }

  /// Accounts that turned out to be of no use, by their place, and why.
  var unusable: [Int: APIError] { state.withLock { $0.unusable } }

  /// Asks with an account, unless it is of no more use or the run is to end.
  ///
  /// - Parameters:
  ///   - request: The question.
  ///   - account: The account's place.
  /// - Returns: The answer.
  /// - Throws: `APIError`.
  func send<Answer>(_ request: APIRequest<Answer>, as account: Int) throws(APIError) -> Answer {
    guard proceeds else { throw .stopped }
    if let error = state.withLock({ $0.unusable[account] }) { throw error }
    do throws(APIError) {
      return try accounts[account].client.send(request)
    } catch {
      note(error, of: account)
      throw error
    }
  }

  /// Remembers what an error says of all that would follow.
  func note(_ error: APIError, of account: Int) {
    state.withLock { state in
      if error.concernsAccount { state.unusable[account] = error }
      if case .budgetSpent = error { state.cut = .budgetSpent }
    }
  }

  /// A batch to be filled.
  func takeBatch() -> PreparedBatch {
    batches.withLock { $0.popLast() } ?? PreparedBatch(packer: packer, languages: languages)
  }

  /// Gives a batch back.
  func giveBack(_ batch: PreparedBatch) { batches.withLock { $0.append(batch) } }
}
