internal import Foundation
internal import Synchronization

/// One line on standard error that says how far a long job is, gone when the job ends.
///
/// Shown on a terminal only, at most ten times a second, so a job may report as often as it likes, from
/// any thread.
public final class ProgressBar: Sendable {
  /// How far a job is.
  public struct State: Sendable, Equatable {
    /// What is being done.
    public var label: String
    /// How much is done, in any unit.
    public var completed: Int64
    /// How much there is in all, in the same unit; nil when nobody knows.
    public var total: Int64?
    /// What else to say, such as counts and rates.
    public var detail: String

    /// How far a job is.
    ///
    /// - Parameters:
    ///   - label: What is being done.
    ///   - completed: How much is done, in any unit.
    ///   - total: How much there is in all, in the same unit.
    ///   - detail: What else to say.
    public init(label: String, completed: Int64 = 0, total: Int64? = nil, detail: String = "") {
      self.label = label
      self.completed = completed
      self.total = total
      self.detail = detail
    }
  }

  private struct Shown {
    var at: ContinuousClock.Instant?
    var isVisible = false
  }

  private let terminal: Terminal
  private let now: @Sendable () -> ContinuousClock.Instant
  private let write: @Sendable (String) -> Void
  private let shown = Mutex(Shown())

  /// A bar on standard error, or nothing when that is no terminal.
  ///
  /// - Parameter environment: The process's environment.
  public convenience init(environment: [String: String]) {
    self.init(
      terminal: Terminal(descriptor: STDERR_FILENO, environment: environment),
      now: { .now },
      write: { _ = writeAll(Array($0.utf8), to: STDERR_FILENO) }
    )
  }

  init(
    terminal: Terminal,
    now: @escaping @Sendable () -> ContinuousClock.Instant,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.terminal = terminal
    self.now = now
    self.write = write
  }

  /// Shows how far the job is, unless that was done a moment ago.
  ///
  /// - Parameter state: How far it is; asked for only when it will be shown.
  public func update(_ state: @autoclosure () -> State) {
    guard terminal.isInteractive else { return }
    shown.withLock { shown in
      let instant = now()
      if let last = shown.at, last.duration(to: instant) < .milliseconds(100) { return }
      shown.at = instant
      shown.isVisible = true
      // Returns to the line's start, writes over it and clears what is left of it.
      write("\r" + Self.line(state(), columns: terminal.columns - 1) + "\u{1B}[K")
    }
  }

  /// Takes the line away, so that other text can be written; a later update shows it again.
  public func clear() {
    shown.withLock { shown in
      guard shown.isVisible else { return }
      shown.isVisible = false
      shown.at = nil
      write("\r\u{1B}[K")
    }
  }

  static func line(_ state: State, columns: Int) -> String {
    var parts = [state.label]
    if let total = state.total, total > 0 {
      let share = min(1, max(0, Double(state.completed) / Double(total)))
      let filled = Int(share * Double(barColumns))
      let bar =
        String(repeating: "█", count: filled)
        + String(repeating: "░", count: barColumns - filled)
      // Rounded down: 100 % is said when it is so.
      parts.append("\(bar) \(Int(share * 100)) %")
    }
    if !state.detail.isEmpty { parts.append(state.detail) }
    return TerminalText.truncated(parts.joined(separator: "  "), to: columns)
  }

  private static let barColumns = 20
}
