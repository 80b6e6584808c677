internal import Dispatch
internal import Synchronization

/// A bounded queue between two threads: the sender waits while it is full, the receiver while it is empty.
final class Pipe<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isEnded = false
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let free: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) { free = DispatchSemaphore(value: capacity) }

  /// Hands an element over; false when the receiver is gone.
  func send(_ element: Element) -> Bool {
    free.wait()
    let isOpen = state.withLock { state in
      guard !state.isCancelled else { return false }
      state.elements.append(element)
      return true
    }
    if isOpen { filled.signal() } else { free.signal() }
    return isOpen
  }

  /// Says that nothing more comes.
  func end() {
    state.withLock { $0.isEnded = true }
    filled.signal()
  }

  /// The next element, or nil when all have been taken after the end.
  func receive() -> Element? {
    filled.wait()
    let element = state.withLock { state in
      state.elements.isEmpty ? nil : state.elements.removeFirst()
    }
    if element == nil { filled.signal() } else { free.signal() }
    return element
  }

  /// Tells the sender to stop; what is under way is dropped.
  func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.elements.removeAll()
    }
    free.signal()
  }
}
