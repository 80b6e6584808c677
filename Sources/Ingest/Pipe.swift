internal import Foundation

/// A bounded queue between two threads: the sender waits while it is full, the receiver while it is empty.
final class Pipe<Element: Sendable>: Sendable {
  private let capacity: Int
  /// Guards all that follows; nothing below is touched without it, hence `unsafe` where the compiler cannot see it.
  private let condition = NSCondition()
  private nonisolated(unsafe) var elements: [Element] = []
  private nonisolated(unsafe) var isEnded = false
  private nonisolated(unsafe) var isCancelled = false

  init(capacity: Int) { self.capacity = capacity }

  /// Hands an element over, waiting while the pipe is full; false when nobody takes it any more.
  func send(_ element: Element) -> Bool {
    condition.withLock {
      while elements.count >= capacity, !isCancelled { condition.wait() }
      guard !isCancelled else { return false }
      elements.append(element)
      condition.signal()
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
      while elements.isEmpty, !isEnded, !isCancelled { condition.wait() }
      guard !elements.isEmpty else { return nil }
      condition.signal()
      return elements.removeFirst()
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
      while elements.isEmpty, !isEnded, !isCancelled {
        guard condition.wait(until: deadline) else { break }
      }
      guard elements.isEmpty else {
        condition.signal()
        return .element(elements.removeFirst())
      }
      return isEnded || isCancelled ? .end : .nothing
    }
  }

  /// Whether nobody takes anything any more.
  var isClosed: Bool { condition.withLock { isCancelled } }

  /// Tells both sides to stop; what is under way is dropped.
  func cancel() {
    condition.withLock {
      isCancelled = true
      elements.removeAll()
      condition.broadcast()
    }
  }
}
