internal import Foundation

/// What output may assume of the place it goes to.
public struct Terminal: Sendable, Equatable {
  /// Whether a person sits there.
  public let isInteractive: Bool
  /// How many columns a line may take.
  public let columns: Int
  /// Whether colours are wanted and understood.
  public let isColoured: Bool

  /// A place with these properties.
  ///
  /// - Parameters:
  ///   - isInteractive: Whether a person sits there.
  ///   - columns: How many columns a line may take.
  ///   - isColoured: Whether colours are wanted and understood.
  public init(isInteractive: Bool = false, columns: Int = 80, isColoured: Bool = false) {
    self.isInteractive = isInteractive
    self.columns = columns
    self.isColoured = isColoured
  }

  /// Looks at a descriptor and the environment.
  ///
  /// Colours need a terminal, a `TERM` other than `dumb`, and no `NO_COLOR` (https://no-color.org).
  /// The width is `COLUMNS`, else the terminal's own, else 80.
  ///
  /// - Parameters:
  ///   - descriptor: Where the output goes.
  ///   - environment: The process's environment.
  public init(descriptor: Int32, environment: [String: String]) {
    let isTerminal = isatty(descriptor) == 1
    self.init(
      isInteractive: isTerminal,
      columns: Self.columns(
        environment["COLUMNS"],
        isTerminal ? Self.windowColumns(descriptor) : nil
      ),
      isColoured: isTerminal && Self.wantsColour(environment)
    )
  }

  static func wantsColour(_ environment: [String: String]) -> Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] ?? "dumb" != "dumb"
  }

  /// The first width that makes sense, within bounds that a table can live with.
  static func columns(_ variable: String?, _ window: Int?) -> Int {
    let widths = [variable.flatMap { Int($0) }, window].compactMap { $0 }
    return min(1000, max(20, widths.first { $0 > 0 } ?? 80))
  }

  private static func windowColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : nil
  }
}
