internal import Foundation

/// A bounded queue between two threads: the sender waits while it is full, the receiver while it is empty.
final class Pipe<Element: Sendable>: Sendable {
  private let capacity: Int
  private let weight: @Sendable (Element) -> Int
  /// Guards all that follows; nothing below is touched without it, hence `unsafe` where the compiler cannot see it.
  private let condition = NSCondition()
  private nonisolated(unsafe) var elements: [(element: Element, weight: Int)] = []
  /// How many of `elements` have been taken: they go by the hundred, as each time the others have to move up.
  private nonisolated(unsafe) var taken = 0
  /// What the others weigh.
  private nonisolated(unsafe) var held = 0
  /// From when it is full until there is some room again, so that senders are not all woken for each place.
  private nonisolated(unsafe) var isFull = false
  private nonisolated(unsafe) var isEnded = false
  private nonisolated(unsafe) var isCancelled = false

  /// A queue.
  ///
  /// - Parameters:
  ///   - capacity: The weight that makes it full; whatever came last may exceed it.
  ///   - weight: What an element weighs.
  init(capacity: Int, weight: @escaping @Sendable (Element) -> Int = { _ in 1 }) {
    self.capacity = capacity
    self.weight = weight
  }

  /// Hands an element over, waiting while the pipe is full; false when nobody takes it any more.
  func send(_ element: Element) -> Bool {
    let weight = weight(element)
    return condition.withLock {
      while isFull, !isCancelled { condition.wait() }
      guard !isCancelled else { return false }
      if isEmpty { condition.broadcast() }
      elements.append((element, weight))
      held += weight
      isFull = held >= capacity
      return true
    }
  }

  /// Says that nothing more comes.
  func end() {
    condition.withLock {
      isEnded = true
      condition.broadcast()
    }
  }

  /// The next element, waiting for it; nil when all have been taken after the end, or after a cancellation.
  func receive() -> Element? {
    condition.withLock {
      while isEmpty, !isEnded, !isCancelled { condition.wait() }
      return isEmpty ? nil : takeFirst()
    }
  }

  /// What waiting for a while brought.
  enum Arrival {
    case element(Element)
    /// Nothing came in time.
    case nothing
    /// Nothing will come any more.
    case end
  }

  /// The next element, waiting for it no longer than `seconds`.
  func receive(within seconds: Double) -> Arrival {
    let deadline = Date(timeIntervalSinceNow: seconds)
    return condition.withLock {
      while isEmpty, !isEnded, !isCancelled {
        guard condition.wait(until: deadline) else { break }
      }
      guard isEmpty else { return .element(takeFirst()) }
      return isEnded || isCancelled ? .end : .nothing
    }
  }

  /// To be called under the lock.
  private var isEmpty: Bool { taken == elements.count }

  /// To be called under the lock, when there is one.
  private func takeFirst() -> Element {
    let (element, weight) = elements[taken]
    taken += 1
    held -= weight
    if taken == elements.count || taken >= Self.takenAtOnce {
      elements.removeSubrange(..<taken)
      taken = 0
    }
    if isFull, held <= capacity * 3 / 4 {
      isFull = false
      condition.broadcast()
    }
    return element
  }

  private static var takenAtOnce: Int { 64 }

  /// Whether nobody takes anything any more.
  var isClosed: Bool { condition.withLock { isCancelled } }

  /// Tells both sides to stop; what is under way is dropped.
  func cancel() {
    condition.withLock {
      isCancelled = true
      elements.removeAll()
      taken = 0
      held = 0
      isFull = false
      condition.broadcast()
    }
  }
}
