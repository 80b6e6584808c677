/// What the matches of a query can be counted by.
public enum Facet: String, Sendable, CaseIterable {
  /// Who wrote them.
  case person
  /// The conversation they are in.
  case conversation
  /// The month they were written in, by the run's clock.
  case month
  /// What they are: `text`, `system`, `call`, or another type by its name.
  case type
  /// The labels of the conversation they are in.
  case label
  /// The endings of their files' names.
  case filetype

  /// Whether each match counts for exactly one value, so that the counts add up to all matches.
  public var isPartition: Bool {
    switch self {
    case .person, .conversation, .month, .type: true
    case .label, .filetype: false
    }
  }
}

/// How the matches of a query spread over one facet.
public struct FacetCounts: Sendable, Equatable {
  /// The facet.
  public var facet: Facet
  /// The values, the most frequent first, ties by value; of months the latest, the earliest first.
  public var values: [Value]
  /// How many values there are in all.
  public var distinctCount: Int

  /// One value of a facet.
  public struct Value: Sendable, Equatable {
    /// What a query's key takes to find these matches: a userId, a convId, `2026-03`, `text`, a label, `pdf`.
    public var id: String
    /// The value for people, cleaned for display.
    public var name: String
    /// How many matches have it.
    public var count: Int
  }
}

/// How all matches of a query spread over facets.
public struct FacetAnswer: Sendable, Equatable {
  /// The facets in the order asked for.
  public var facets: [FacetCounts]
  /// How many matches were counted.
  public var count: Int
  /// Whether the time was up before all matches were counted.
  public var isPartial: Bool
}
