internal import Synchronization

/// Things that are dear to make and hold much memory, each lent to one thread at a time.
final class LendingPool<Element: AnyObject>: Sendable {
  /// Those that nobody uses now; only moved in and out under the lock, which the compiler cannot see.
  private struct Idle: @unchecked Sendable { var elements: [Element] = [] }

  private let idle = Mutex(Idle())
  private let make: @Sendable () -> Element

  /// A pool.
  ///
  /// - Parameter make: Makes one more, when all are in use.
  init(_ make: @escaping @Sendable () -> Element) { self.make = make }

  /// Lends one to `body`, which does not keep it.
  func withElement<Result>(_ body: (Element) throws -> Result) rethrows -> Result {
    var lent = idle.withLock { Idle(elements: $0.elements.popLast().map { [$0] } ?? []) }
    let element = lent.elements.popLast() ?? make()
    defer {
      let back = Idle(elements: [element])
      idle.withLock { $0.elements += back.elements }
    }
    return try body(element)
  }
}
