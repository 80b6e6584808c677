import Arguments
import Output
import Search

extension SearchRun {
  /// Whether the answer has hits: not where facets are wanted alone, or by rows that cannot hold both.
  var showsHits: Bool {
    options.gathering.facets.isEmpty
      || !options.gathering.hidesHits && [.table, .json].contains(options.output.format)
  }

  /// How all matches spread; nil where nobody asks.
  func facets(of query: Query) throws -> FacetAnswer? {
    try options.gathering.spread(of: query, from: engine, at: clock, timeout: timeLeft)
  }

  /// Gives the facets alone.
  func spread(_ query: Query) throws -> Outcome {
    guard let facets = try facets(of: query) else { return .done }
    switch options.output.format {
    case .json:
      var json = JSONWriter(.indented(depth: 4))
      json.object { json in
        json.member("schemaVersion", JSONWriter.hitSchemaVersion)
        head(&json)
        json.members(of: facets)
      }
      json.endLine()
      try console.output.write(json.takeBytes())
    case .table: try writeTables(facets)
    case .ndjson, .csv, .markdown, .ids, .circuit:
      let writer = options.output.rows.writer(of: FacetRow.columns, in: console, zone: zone)
      for facet in facets.facets {
        for value in facet.values { try writer.write(FacetRow.cells(value, of: facet.facet)) }
      }
      try writer.finish()
    }
    guard facets.count == 0, !facets.isPartial else { return conclude(facets) }
    try console.output.flush()
    say(nothingFoundIn: try engine.search(SearchRequest(query: query, limit: 1)))
    return .nothing
  }

  /// Writes a small table for each facet, below the hits if there are any.
  func writeTables(_ facets: FacetAnswer) throws {
    guard options.output.format == .table else { return }
    for (index, facet) in facets.facets.enumerated() {
      if index > 0 || showsHits { try console.output.write("\n") }
      let columns = FacetRow.columns(for: facet.facet)
      let writer = options.output.rows.writer(of: columns, in: console, zone: zone)
      for value in facet.values { try writer.write([.text(value.name), Cell(value.count)]) }
      try writer.finish()
      let rest = facet.distinctCount - facet.values.count
      if rest > 0 {
        try console.output.write("and \(Figures.grouped(rest)) more: --facet-limit 0\n")
      }
    }
    try console.output.flush()
  }

  /// Says on standard error when the counts are not those of all matches.
  func conclude(_ facets: FacetAnswer) -> Outcome {
    guard facets.isPartial else { return .done }
    console.note(
      "the time was up: \(Figures.counted(facets.count, "match", "matches")) counted until then; "
        + "give more with --timeout"
    )
    return .partial
  }
}

/// A value of a facet as a row of cells.
enum FacetRow {
  static let columns = [
    Column("facet"), Column("id"), Column("value"), Column("count", alignment: .trailing),
  ]

  static func cells(_ value: FacetCounts.Value, of facet: Facet) -> [Cell] {
    [.text(facet.rawValue), .text(value.id), .text(value.name), Cell(value.count)]
  }

  /// The columns of a table of one facet.
  static func columns(for facet: Facet) -> [Column] {
    let title = facet.rawValue.prefix(1).uppercased() + facet.rawValue.dropFirst()
    return [
      Column("value", title: title, fit: .flexible(minimum: 10)),
      Column("count", title: "Matches", alignment: .trailing),
    ]
  }
}

extension JSONWriter {
  /// Writes how all matches spread.
  mutating func members(of facets: FacetAnswer) {
    member("count", facets.count)
    member("facetsPartial", facets.isPartial)
    array("facets") { json in
      for facet in facets.facets {
        json.object { json in
          json.member("facet", facet.facet.rawValue)
          json.member("distinct", facet.distinctCount)
          json.array("values") { json in
            for value in facet.values {
              json.object { json in
                json.member("id", value.id)
                json.member("value", value.name)
                json.member("count", value.count)
              }
            }
          }
        }
      }
    }
  }
}
