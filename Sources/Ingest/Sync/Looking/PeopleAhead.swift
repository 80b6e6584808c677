internal import Circuit
internal import Synchronization

/// The people that lists of conversations name, to be asked for while the lists are still being read.
///
/// A page of a list tells where the next begins, so that an account's list keeps only one thread busy.
final class PeopleAhead: Sendable {
  private let queue = Pipe<String>(capacity: .max)
  private let state: Mutex<State>

  private struct State {
    var lists: Int
    var known: Set<String> = []
  }

  /// Nobody yet.
  ///
  /// - Parameter lists: How many accounts' lists are read.
  init(lists: Int) { state = Mutex(State(lists: lists)) }

  /// Takes those whom a page of a list names, each once.
  func add(_ page: RecordList<Conversation>) {
    for userId in page.lazy.flatMap(\.participants) where !userId.isEmpty {
      guard state.withLock({ $0.known.insert(userId).inserted }) else { continue }
      _ = queue.send(userId)
    }
  }

  /// Says that an account's lists are read; with the last, those not asked for are left to who asks for people later.
  func endList() {
    let isLast = state.withLock { state in
      state.lists -= 1
      return state.lists == 0
    }
    if isLast { queue.cancel() }
  }

  /// Who is to be asked for next, waited for; nil when the lists are read.
  func next() -> String? { queue.receive() }
}
