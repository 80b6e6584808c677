public import Index

/// What a report was made from and how: all that decides its bytes, besides its definition and parameters.
public struct ReportHeader: Sendable, Equatable {
  /// The index's revision, which every commit to it raises.
  public var revision: Int64
  /// How complete the index was; nil where no ingest fills it.
  public var coverage: Coverage?
  /// Whether the period was not over, or its end not yet in the index; nil for a report without one.
  public var isPartial: Bool?
  /// The release of the zone tables, such as `2025b`.
  public var zoneData: String
  /// Trawl's version.
  public var program: String
  /// Rows about fewer people than this are left out; 1 where none are.
  public var minimumGroup: Int
  /// Whether codes stand for names, and texts are left out.
  public var isPseudonymised: Bool

  /// Puts a header together.
  public init(
    revision: Int64 = 0,
    coverage: Coverage? = nil,
    isPartial: Bool? = nil,
    zoneData: String = "",
    program: String = "",
    minimumGroup: Int = 1,
    isPseudonymised: Bool = false
  ) {
    self.revision = revision
    self.coverage = coverage
    self.isPartial = isPartial
    self.zoneData = zoneData
    self.program = program
    self.minimumGroup = minimumGroup
    self.isPseudonymised = isPseudonymised
  }
}
