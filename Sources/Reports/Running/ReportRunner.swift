internal import Index
internal import Output
public import SQLite

/// Runs report definitions on an index.
///
///     let runner = ReportRunner(connection: try Store.reader(at: path), ReportSetting(zone: berlin, now: now))
///     let result = try runner.run(definition, ["period": "2018-W12"])
///     try MarkdownRenderer.write(result, to: sink)
///
/// All blocks of a report see the index at one moment. Their SQL may read and do nothing else.
public struct ReportRunner {
  let connection: Connection
  let setting: ReportSetting

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - connection: An index opened for reading, used by this runner alone while it runs.
  ///   - setting: Zone, present time, and how to run.
  public init(connection: Connection, _ setting: ReportSetting) {
    self.connection = connection
    self.setting = setting
  }

  /// Runs a report.
  ///
  /// - Parameters:
  ///   - definition: What to run.
  ///   - arguments: Values for its parameters, by their names, as texts.
  /// - Returns: What every format is made from.
  /// - Throws: `ReportError` with file, line and block; `PeriodError` for a text that names no
  ///   period; what the finder of people throws; `SQLiteError` when the index cannot be read.
  public func run(
    _ definition: ReportDefinition,
    _ arguments: [String: String] = [:]
  ) throws -> ReportResult {
    var resolved = try definition.resolve(arguments, setting)
    let pseudonyms = setting.isPseudonymised ? Pseudonyms() : nil
    try connection.defineLocalTime(in: setting.zone.timeZone)
    try connection.definePercentiles()
    return try connection.snapshot {
      let deadline = ContinuousClock.now + setting.limit
      try connection.withDeadline(deadline) {
        do {
          try pseudonyms?.create(on: connection)
          try prepare(&resolved, for: definition)
        } catch let error as SQLiteError {
          guard error.isInterrupted, let first = definition.blocks.first else { throw error }
          throw ReportError.tookTooLong(place(of: first, in: definition), limit: setting.limit)
        }
      }
      var notes: [String] = []
      let blocks = try reading(hiding: pseudonyms?.hidden ?? HiddenColumns([:])) {
        try definition.blocks.map { block in
          let filter = GroupFilter(minimum: setting.minimumGroup)
          let (result, note) = try connection.withDeadline(deadline) {
            try filter.filtered(
              try run(block, of: definition, resolved),
              of: block,
              at: place(of: block, in: definition)
            )
          }
          if let note { notes.append(note) }
          return result
        }
      }
      let header = try header(resolved.period, &notes)
      let parts = ResultParts(
        definition: definition,
        resolved: resolved,
        zone: setting.zone,
        blocks: blocks
      )
      return ReportResult(
        report: definition.name,
        title: definition.title,
        parameters: resolved.values,
        period: resolved.period,
        zone: setting.zone,
        notes: notes,
        parts: try parts.parts,
        header: header
      )
    }
  }

  /// The schema of the views that hide names.
  private var schema: String { setting.isPseudonymised ? "temp" : "main" }

  /// Makes the views of the run, and the tables of its period that the definition reads.
  private func prepare(
    _ resolved: inout ResolvedArguments,
    for definition: ReportDefinition
  ) throws {
    for (parameter, kind, subject) in resolved.subjects {
      let views = SubjectViews(name: parameter, schema: schema, connection: connection)
      try views.create(of: subject, kind)
      guard let shown = try views.shown(subject, kind),
        let place = resolved.values.firstIndex(where: { $0.name == parameter })
      else { continue }
      resolved.values[place] = ReportArgument(
        name: parameter,
        value: .text(shown.id),
        bound: .integer(subject.id),
        shown: .text(shown.name)
      )
    }
    for (parameter, items) in resolved.queries {
      try SubjectViews(name: parameter, schema: schema, connection: connection).create(of: items)
    }
    guard let period = resolved.period else { return }
    try PeriodViews(period, isPseudonymised: setting.isPseudonymised, on: connection)
      .create(on: connection)
    for (period, prefix) in zip([period, period.previous], PeriodViews.prefixes) {
      let tables = definition.blocks.reduce(into: Set<PeriodTable>()) { tables, block in
        tables.formUnion(PeriodTable.read(by: block.sql, prefix: prefix))
      }
      let counts = PeriodCounts(
        of: period,
        from: setting.source,
        for: tables,
        on: connection
      )
      try PeriodTables(counts, prefix: prefix, on: connection).create(tables)
    }
  }

  /// Runs `body` with nothing allowed but reading.
  private func reading<Result>(
    hiding hidden: HiddenColumns,
    _ body: () throws -> Result
  ) throws -> Result {
    try connection.allowOnlyReading(hiding: hidden)
    defer { try? connection.allowEverything() }
    return try body()
  }

  private func place(of block: BlockDefinition, in definition: ReportDefinition)
    -> ReportError
    .Place
  {
    ReportError.Place(file: definition.file, line: block.line, block: block.name)
  }

  private func run(
    _ block: BlockDefinition,
    of definition: ReportDefinition,
    _ resolved: ResolvedArguments
  ) throws -> ReportBlock {
    let place = place(of: block, in: definition)
    guard !setting.isPseudonymised || Pseudonyms.canHide(from: block.sql) else {
      throw ReportError.cannotHide(place)
    }
    do {
      let statement = try connection.statement(block.sql)
      // The authorizer is not asked about VACUUM.
      guard statement.isReadOnly else { throw ReportError.refused(place) }
      try bind(resolved.values, to: statement, at: place)
      let columns = statement.columnNames
      var rows: [[Cell]] = []
      while try statement.step() {
        rows.append(columns.indices.map { Cell(statement.row.value(at: $0)) })
      }
      let result = ReportBlock(
        name: block.name,
        title: block.title,
        presentation: block.presentation,
        shownRows: block.shownRows,
        columns: columns,
        rows: rows
      )
      if let needs = result.unmetNeed {
        throw ReportError.unfitColumns(place, block.presentation, needs: needs)
      }
      return result
    } catch let error as SQLiteError {
      // For a function or a pragma that it may not use, SQLite says so in its message only.
      let isRefused = ["not authorized", "cannot modify"].contains { error.message.hasPrefix($0) }
      if error.isNotAuthorized || isRefused {
        throw ReportError.refused(place)
      }
      if error.isInterrupted { throw ReportError.tookTooLong(place, limit: setting.limit) }
      throw ReportError.query(place, error)
    }
  }

  private func bind(
    _ values: [ReportArgument],
    to statement: Statement,
    at place: ReportError.Place
  ) throws {
    var bound = 0
    for argument in values {
      guard let position = statement.position(of: ":" + argument.name) else { continue }
      try statement.bind(argument.bound.bindable, at: position)
      bound += 1
    }
    guard bound == statement.parameterCount else {
      throw ReportError.unboundParameter(place, known: values.map(\.name))
    }
  }

  /// What decides the report's bytes, and what a reader has to know of it.
  private func header(_ period: Period?, _ notes: inout [String]) throws -> ReportHeader {
    let coverage = try Coverage(connection)
    let time = { (moment: Int64) in
      "\(setting.zone.civilTime(at: moment).short) \(setting.zone.identifier)"
    }
    let told = try period.map {
      try PeriodCoverage(of: $0, coverage, on: connection, time: time)
    }
    // As of the last look, not of now: what is overdue today is not what was reported.
    if let coverage, let looked = coverage.lastRun ?? coverage.completeTo,
      coverage.matters(at: looked)
    {
      notes.insert("The index is \(coverage.sentence(at: looked, time: time)).", at: 0)
    }
    notes.insert(contentsOf: told?.notes ?? [], at: 0)
    return ReportHeader(
      revision: try connection.integer("SELECT value FROM meta WHERE key = 'revision'") ?? 0,
      coverage: coverage,
      isPartial: told?.isPartial,
      zoneData: Zone.dataVersion,
      program: setting.program,
      minimumGroup: setting.minimumGroup,
      isPseudonymised: setting.isPseudonymised
    )
  }
}

extension Cell {
  /// A value as SQLite gives it; bytes, which no format has, become their hexadecimal digits.
  fileprivate init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    case .text(let text): self = .text(text)
    case .blob(let bytes):
      self = .text(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }

  /// A parameter's value as SQLite takes it.
  fileprivate var bindable: Value {
    switch self {
    case .integer(let number): .integer(number)
    case .text(let text): .text(text)
    // Parameters are of no other kind.
    default: .null
    }
  }
}
