internal import Foundation

/// What output may assume of the place it goes to.
public struct Terminal: Sendable, Equatable {
  /// Whether a person sits there.
  public let isInteractive: Bool
  /// How many columns a line may take.
  public let columns: Int
  /// How many lines it shows at once.
  public let rows: Int
  /// Whether colours are wanted and understood.
  public let isColoured: Bool

  /// A place with these properties.
  ///
  /// - Parameters:
  ///   - isInteractive: Whether a person sits there.
  ///   - columns: How many columns a line may take.
  ///   - rows: How many lines it shows at once.
  ///   - isColoured: Whether colours are wanted and understood.
  public init(
    isInteractive: Bool = false,
    columns: Int = 80,
    rows: Int = 24,
    isColoured: Bool = false
  ) {
    self.isInteractive = isInteractive
    self.columns = columns
    self.rows = rows
    self.isColoured = isColoured
  }

  /// Looks at a descriptor and the environment.
  ///
  /// Colours need a terminal, a `TERM` other than `dumb`, and no `NO_COLOR` (https://no-color.org).
  /// The size is `COLUMNS` and `LINES`, else the terminal's own, else 80 by 24.
  ///
  /// - Parameters:
  ///   - descriptor: Where the output goes.
  ///   - environment: The process's environment.
  public init(descriptor: Int32, environment: [String: String]) {
    let isTerminal = isatty(descriptor) == 1
    let window = isTerminal ? Self.window(descriptor) : nil
    self.init(
      isInteractive: isTerminal,
      columns: Self.columns(environment["COLUMNS"], window.map { Int($0.ws_col) }),
      rows: Self.rows(environment["LINES"], window.map { Int($0.ws_row) }),
      isColoured: isTerminal && Self.wantsColour(environment)
    )
  }

  static func wantsColour(_ environment: [String: String]) -> Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] ?? "dumb" != "dumb"
  }

  /// The first width that makes sense, within bounds that a table can live with.
  static func columns(_ variable: String?, _ window: Int?) -> Int {
    min(1000, max(20, first(variable, window) ?? 80))
  }

  /// The first height that makes sense.
  static func rows(_ variable: String?, _ window: Int?) -> Int {
    min(1000, max(2, first(variable, window) ?? 24))
  }

  private static func first(_ variable: String?, _ window: Int?) -> Int? {
    [variable.flatMap { Int($0) }, window].compactMap { $0 }.first { $0 > 0 }
  }

  private static func window(_ descriptor: Int32) -> winsize? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }
}
