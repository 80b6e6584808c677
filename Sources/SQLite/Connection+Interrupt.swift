internal import CSQLite

/// Stops what a connection is doing, from any thread.
///
/// It keeps the connection's handle, not the connection: the owner must outlive it (`close_v2` is not enough here).
public struct Interrupter: @unchecked Sendable {
  // `sqlite3_interrupt` is documented as safe from other threads while the connection is open, and is the
  // only call made through this handle; hence the unchecked conformance.
  let handle: OpaquePointer

  /// Makes the running statements fail with `SQLITE_INTERRUPT` as soon as they can.
  public func interrupt() { sqlite3_interrupt(handle) }
}

/// The deadline that the progress handler looks at; a class so that the C callback can hold it.
final class ProgressBox {
  let deadline: ContinuousClock.Instant
  init(deadline: ContinuousClock.Instant) { self.deadline = deadline }
}

extension Connection {
  /// A handle that stops this connection's statements from another thread.
  public var interrupter: Interrupter { Interrupter(handle: handle) }

  /// Runs `body`; statements still running at the deadline fail with `SQLITE_INTERRUPT`.
  ///
  /// - Throws: `SQLiteError` (`isInterrupted` past the deadline), and whatever `body` throws.
  public func withDeadline<Result>(
    _ deadline: ContinuousClock.Instant,
    _ body: () throws -> Result
  ) throws -> Result {
    let outer = progress
    install(ProgressBox(deadline: deadline))
    defer { install(outer) }
    return try body()
  }

  /// Sets the box the progress handler reads, or takes the handler away.
  private func install(_ box: ProgressBox?) {
    progress = box
    guard let box else { return sqlite3_progress_handler(handle, 0, nil, nil) }
    // 1,000 virtual-machine steps are some tens of microseconds: often enough, and not measurable.
    sqlite3_progress_handler(
      handle,
      1_000,
      { context in
        guard let context else { return 0 }
        let box = Unmanaged<ProgressBox>.fromOpaque(context).takeUnretainedValue()
        return ContinuousClock.now >= box.deadline ? 1 : 0
      },
      Unmanaged.passUnretained(box).toOpaque()
    )
  }
}
