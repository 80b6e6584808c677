/// Why nothing is being asked just now, for people who watch.
public enum WaitingReason: Sendable, Equatable {
  /// The server asked for quiet. `asked` is for how long, which is more than `remaining` at the start where so
  /// long a wait was cut.
  case serverAsked(remaining: Duration, asked: Duration)
  /// An attempt failed and is made again.
  case retrying(remaining: Duration, cause: RetryCause)

  /// What made an attempt fail that is worth another.
  public enum RetryCause: Sendable, Equatable {
    /// An answer of this status.
    case status(Int)
    /// No whole answer.
    case transport(TransportError.Kind)
    /// An answer that is not what was asked for.
    case malformed
  }
}

extension WaitingReason.RetryCause {
  init(_ failure: RetryPolicy.Failure) {
    self =
      switch failure {
      case .status(let status, _): .status(status)
      case .transport(let error): .transport(error.kind)
      case .malformed: .malformed
      }
  }
}

extension WaitingReason: CustomStringConvertible {
  /// A few words, such as `the server asks to wait, 12 s left`.
  public var description: String {
    switch self {
    case .serverAsked(let remaining, let asked) where asked > RetryPolicy.longestQuiet:
      "the server asks to wait \(seconds(asked)), cut to \(seconds(RetryPolicy.longestQuiet)), "
        + "\(seconds(remaining)) left"
    case .serverAsked(let remaining, _):
      "the server asks to wait, \(seconds(remaining)) left"
    case .retrying(let remaining, .status(let status)):
      "the server answers \(status), trying again in \(seconds(remaining))"
    case .retrying(let remaining, .transport(let kind)):
      "\(TransportError(kind)), trying again in \(seconds(remaining))"
    case .retrying(let remaining, .malformed):
      "an answer was garbled, trying again in \(seconds(remaining))"
    }
  }

  private func seconds(_ duration: Duration) -> String {
    "\(max(0, Int((duration / .seconds(1)).rounded(.up)))) s"
  }
}
