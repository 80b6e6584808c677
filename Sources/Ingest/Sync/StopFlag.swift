internal import Synchronization

/// Tells a run to end: what is under way is finished and kept, nothing new is begun.
public final class StopFlag: Sendable {
  private let isRaised = Atomic(false)

  /// A flag that is not raised.
  public init() {}

  /// Tells it to end; safe in a signal handler.
  public func raise() { isRaised.store(true, ordering: .relaxed) }

  /// Whether it was told to.
  public var isSet: Bool { isRaised.load(ordering: .relaxed) }
}
