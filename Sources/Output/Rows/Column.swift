/// A column of results: what it is called and how a table shows it.
public struct Column: Sendable, Equatable {
  /// Which formats have the column.
  public enum Audience: Sendable, Equatable {
    /// All of them.
    case everyone
    /// Those that people read: `table` and `markdown`.
    case people
    /// Those that programs read: `csv`, `json`, `ndjson`.
    case programs
  }

  /// The side that cells of a table keep to.
  public enum Alignment: Sendable, Equatable {
    /// Text.
    case leading
    /// Numbers.
    case trailing
  }

  /// What a table does when the columns are too wide together.
  public enum Fit: Sendable, Equatable {
    /// Keeps its width as long as any flexible column can give way.
    case rigid
    /// Gives way first, down to so many columns of the terminal; long text is cut with `…`.
    case flexible(minimum: Int)
    /// Gives way first, and spreads long text over at most so many lines.
    case wrapping(minimum: Int, lines: Int)
  }

  /// The name that programs see, such as `creationTime`.
  public let name: String
  /// The heading that people see.
  public let title: String
  /// The side that cells keep to.
  public let alignment: Alignment
  /// What a table does when space is short.
  public let fit: Fit
  /// Whether a table also says how long ago its times are, below them where space is short.
  public let showsAge: Bool
  /// Which formats have it.
  public let audience: Audience
  /// Whether `ids` prints this one.
  public let isIdentifier: Bool

  /// A column.
  ///
  /// - Parameters:
  ///   - name: The name that programs see.
  ///   - title: The heading that people see; the name when nil.
  ///   - alignment: The side that cells keep to.
  ///   - fit: What a table does when space is short.
  ///   - showsAge: Whether a table also says how long ago its times are.
  ///   - audience: Which formats have it.
  ///   - isIdentifier: Whether `ids` prints this one.
  public init(
    _ name: String,
    title: String? = nil,
    alignment: Alignment = .leading,
    fit: Fit = .rigid,
    showsAge: Bool = false,
    audience: Audience = .everyone,
    isIdentifier: Bool = false
  ) {
    self.name = name
    self.title = title ?? name
    self.alignment = alignment
    self.fit = fit
    self.showsAge = showsAge
    self.audience = audience
    self.isIdentifier = isIdentifier
  }
}
