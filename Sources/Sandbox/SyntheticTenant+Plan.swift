extension SyntheticTenant {
  /// What a synthetic tenant is like.
  public struct Plan: Sendable, Equatable {
    /// Another seed gives another tenant.
    public var seed: UInt64
    /// How many items, lines of `items.ndjson` that are not broken.
    public var items: Int
    /// How many people and bots.
    public var users: Int
    /// How many conversations.
    public var conversations: Int
    /// The first item's time, in milliseconds since 1970 UTC.
    public var start: Int
    /// No item is later, in milliseconds since 1970 UTC.
    public var end: Int
    /// The share (0…1) of messages that are valid but odd: unknown fields and types, nulls, times as
    /// fractions or text, missing fields, huge numbers, lone surrogates, NULs, broken UTF-8, ids that
    /// are no UUIDs.
    public var odd = 0.0
    /// How many lines that are no item are strewn among the items.
    public var brokenLines = 0

    /// Friday, 2026-11-20 17:00 UTC, in the ISO week 2026-W47; all weeks before it are full.
    public static let defaultEnd = 1_795_194_000_000

    /// A plan whose other values follow from the number of items.
    ///
    /// Up to 500,000 items the tenant grows in people, conversations and years; above, it only gets
    /// busier: 2,500 people in 8,000 conversations over five years.
    ///
    /// - Parameters:
    ///   - items: How many items.
    ///   - seed: Another seed gives another tenant.
    public init(items: Int, seed: UInt64 = 1) {
      self.seed = seed
      self.items = items
      users = min(2_500, max(12, items / 125))
      conversations = max(1, min(8_000, max(12, items / 60), items))
      let weeks =
        switch items {
        case ..<1_000: 8
        case ..<10_000: 26
        case ..<200_000: 78
        default: 260
        }
      end = Plan.defaultEnd
      // Mondays, 00:00 UTC.
      start = 1_794_787_200_000 - weeks * 7 * CivilDay.milliseconds
    }

    /// - Throws: `SandboxError.impossiblePlan` when no tenant can be like this.
    func check() throws(SandboxError) {
      let bounds = [
        ("items", items, 1...1_000_000_000),
        ("users", users, 3...1_000_000),
        ("conversations", conversations, 1...max(1, items)),
        ("end", end, start + CivilDay.milliseconds...(1 << 52)),
        ("start", start, 0...(1 << 52)),
        ("brokenLines", brokenLines, 0...max(0, items)),
      ]
      for (field, value, bound) in bounds where !bound.contains(value) {
        throw .impossiblePlan(
          field: field,
          value: value,
          bound: value < bound.lowerBound ? bound.lowerBound : bound.upperBound
        )
      }
    }
  }
}
