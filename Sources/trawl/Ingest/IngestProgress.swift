import Circuit
import Ingest
import Output

/// Says how far an ingest is: a live line on a terminal, otherwise a line every 30 seconds.
final class IngestProgress {
  private let console: Console
  private let governor: RequestGovernor
  private let isQuiet: Bool
  private let isInteractive: Bool
  private let start = ContinuousClock.now
  private var lastLine = ContinuousClock.now
  /// Where the phase at hand began.
  private var phase: (SyncProgress.Phase, ContinuousClock.Instant)?

  /// The time from one line to the next where there is no terminal.
  private static let interval = Duration.seconds(30)

  init(console: Console, governor: RequestGovernor, isQuiet: Bool) {
    self.console = console
    self.governor = governor
    self.isQuiet = isQuiet
    isInteractive = console.messagesAreInteractive
  }

  /// Takes how far it is.
  func update(_ progress: SyncProgress) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    if phase?.0 != progress.phase { phase = (progress.phase, now) }
    if isInteractive {
      console.progress.update(state(of: progress, at: now))
    } else if now - lastLine >= Self.interval {
      lastLine = now
      let state = state(of: progress, at: now)
      console.note("\(state.label.lowercased()): \(state.detail)")
    }
  }

  private func state(of progress: SyncProgress, at now: ContinuousClock.Instant)
    -> ProgressBar.State
  {
    let activity = governor.activity
    let elapsed = Int64((now - start) / .milliseconds(1))
    var facts: [String] = []
    switch progress.phase {
    case .lists: facts.append("\(progress.done) of \(Figures.counted(progress.total, "account"))")
    case .conversations:
      facts.append(
        "\(Figures.grouped(progress.done)) of \(Figures.counted(progress.total, "conversation"))"
      )
      facts.append(Figures.counted(progress.items, "item"))
      facts.append("\(Figures.grouped(Figures.rate(progress.items, in: elapsed)))/s")
    case .people:
      facts.append(
        "\(Figures.grouped(progress.done)) of \(Figures.counted(progress.total, "person", "people"))"
      )
    }
    facts.append("\(Figures.grouped(Figures.rate(activity.sent, in: elapsed))) requests/s")
    if let waiting = activity.waiting { facts.append("\(waiting)") }
    if let left = timeLeft(progress, at: now) { facts.append("\(Figures.duration(left)) left") }
    return ProgressBar.State(
      label: progress.phase.label,
      completed: Int64(progress.done),
      total: progress.total > 0 ? Int64(progress.total) : nil,
      detail: facts.joined(separator: "  ")
    )
  }

  /// At the pace of the phase at hand, ms; nil while that says nothing yet.
  private func timeLeft(_ progress: SyncProgress, at now: ContinuousClock.Instant) -> Int64? {
    guard let phase, progress.done > 0, progress.total > progress.done else { return nil }
    let elapsed = (now - phase.1) / .milliseconds(1)
    guard elapsed > 2_000 else { return nil }
    return Int64(elapsed * Double(progress.total - progress.done) / Double(progress.done))
  }
}

extension SyncProgress.Phase {
  fileprivate var label: String {
    switch self {
    case .lists: "Asking for lists"
    case .conversations: "Ingesting"
    case .people: "Asking who people are"
    }
  }
}
