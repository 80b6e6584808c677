import Arguments
import Output
import Search

/// What answers say beside or instead of the hits: how they spread, or where they are.
struct GatheringOptions: OptionGroup {
  /// What hits can be put together by.
  enum Grouping: String, ArgumentValue, CaseIterable {
    /// The conversation they are in.
    case conversation
  }

  var lists: [FacetList] = []
  var facetLimit = 10
  var hidesHits = false
  var grouping: Grouping?

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Gathering",
        [
          .option(
            "--facet",
            to: \.lists,
            value: "facet",
            help: "Count all matches by it as well; several with commas, or again."
          ),
          .option(
            "--facet-limit",
            to: \.facetLimit,
            in: 0...Int.max,
            value: "count",
            help:
              "Most values of a facet to give, the most frequent or the latest months; 0 for all."
          ),
          .flag("--no-hits", to: \.hidesHits, help: "Give the facets alone."),
          .option(
            "--group",
            to: \.grouping,
            value: "by",
            help: """
              Give a row for each conversation with hits: how many, and the newest, or with \
              --sort oldest the oldest.
              """
          ),
        ]
      )
    ]
  }

  /// The facets, each once, in the order asked for.
  var facets: [Facet] {
    var seen: Set<Facet> = []
    return lists.flatMap(\.facets).filter { seen.insert($0).inserted }
  }

  /// How all matches of a query spread; nil where nobody asks.
  ///
  /// - Throws: `QueryError`, `SQLiteError`.
  func spread(
    of query: Query,
    from engine: SearchEngine,
    at clock: LocalClock,
    timeout: Duration?
  ) throws -> FacetAnswer? {
    guard !facets.isEmpty else { return nil }
    return try engine.facets(
      of: query,
      by: facets,
      at: clock,
      limit: facetLimit == 0 ? nil : facetLimit,
      timeout: timeout
    )
  }

  /// The options that are given, by name.
  var given: [String] {
    [
      facets.isEmpty ? nil : "--facet", hidesHits ? "--no-hits" : nil,
      grouping == nil ? nil : "--group",
    ].compactMap { $0 }
  }

  /// Refuses what makes no sense together.
  ///
  /// - Throws: `UsageError`.
  func validate(with output: SearchOutputOptions) throws(UsageError) {
    if facets.isEmpty {
      if hidesHits { throw UsageError(.needs("--no-hits", "--facet")) }
      if facetLimit != Self().facetLimit { throw UsageError(.needs("--facet-limit", "--facet")) }
    } else {
      if grouping != nil { throw UsageError(.conflict("--facet", "--group")) }
      if output.format == .ids { throw UsageError(.conflict("--facet", "--format ids")) }
    }
    if output.format == .circuit, let other = given.first {
      throw UsageError(.conflict(other, "--format circuit"))
    }
  }
}
