/// Markdown with values in it: `{{week}} saw {{totals.messages.value}} messages`.
public struct Prose: Sendable, Equatable {
  /// A stretch of a prose.
  public enum Piece: Sendable, Equatable {
    /// Markdown as the file has it.
    case markdown(String)
    /// A value to fill in.
    case value(Reference)
  }

  /// Its stretches, in order.
  public let pieces: [Piece]
}

/// What stands between `{{` and `}}`.
public struct Reference: Sendable, Equatable {
  /// Where a value comes from.
  public enum Source: Sendable, Equatable {
    /// `{{timezone}}`: the zone of the run.
    case timezone
    /// `{{period.name}}`, for example `2018-W12`.
    case periodName
    /// `{{period.first}}`: the date of the period's first day.
    case periodFirst
    /// `{{period.last}}`: the date of the period's last day.
    case periodLast
    /// `{{NAME}}`: a parameter's value.
    case parameter(String)
    /// `{{BLOCK.COLUMN}}`, of the block's first row, or `{{BLOCK.KEY.COLUMN}}`, of the first row
    /// whose first column is the key.
    case cell(block: String, key: String?, column: String)
  }

  /// Where the value comes from.
  public let source: Source
  /// What stands between the braces.
  public let text: String
  /// The line of the file it stands in, from 1.
  public let line: Int
}
