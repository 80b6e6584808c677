internal import Synchronization

/// A wish to end that, once said, stands.
final class StopSignal: Sendable {
  private let flag = Atomic(false)

  /// Whether it has been said.
  var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Says it.
  func set() { flag.store(true, ordering: .relaxed) }
}
