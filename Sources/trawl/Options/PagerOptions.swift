import Arguments

/// Whether a pager may show an answer that is longer than the terminal's screen.
struct PagerOptions: OptionGroup {
  private var isRefused = false

  /// Whether it may.
  var isWanted: Bool { !isRefused }

  static var arguments: [Argument<Self>] {
    [.flag("--no-pager", to: \.isRefused, help: "Never show a long answer through a pager.")]
  }
}
