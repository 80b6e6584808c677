internal import Index
public import Output
public import SQLite

/// Runs report definitions on an index.
///
///     let connection = try Store.reader(at: path)
///     let runner = ReportRunner(connection: connection, zone: berlin, now: now)
///     let result = try runner.run(definition, ["week": "2018-W12"])
///     print(MarkdownRenderer.render(result))
///
/// All blocks of a report see the index at one moment. Their SQL may read and do nothing else.
public struct ReportRunner {
  private let connection: Connection
  private let zone: Zone
  private let now: Int64
  private let limit: Duration

  /// How long a report may take where nothing is said.
  public static let defaultLimit = Duration.seconds(60)

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - connection: An index opened for reading, used by this runner alone while it runs.
  ///   - zone: The zone of weeks, days and hours.
  ///   - now: The present time, in ms UTC.
  ///   - limit: How long a report may take.
  public init(
    connection: Connection,
    zone: Zone,
    now: Int64,
    limit: Duration = defaultLimit
  ) {
    self.connection = connection
    self.zone = zone
    self.now = now
    self.limit = limit
  }

  /// Runs a report.
  ///
  /// - Parameters:
  ///   - definition: What to run.
  ///   - arguments: Values for its parameters, by their names, as texts.
  /// - Returns: What every format is made from.
  /// - Throws: `ReportError` with file, line and block; `PeriodError` for a text that names no
  ///   week; `SQLiteError` when the index cannot be read.
  public func run(
    _ definition: ReportDefinition,
    _ arguments: [String: String] = [:]
  ) throws -> ReportResult {
    let resolved = try definition.resolve(arguments, now: now, zone: zone)
    try connection.defineLocalTime(in: zone.timeZone)
    // A failure rolls back what was made for the run, success takes it away.
    let (blocks, coverage) = try connection.transaction(.deferred) {
      if let period = resolved.period {
        try prepare(period, for: definition)
      }
      let blocks = try reading {
        try definition.blocks.map { try run($0, of: definition, resolved) }
      }
      try PeriodViews.drop(from: connection)
      return (blocks, try Coverage(connection))
    }
    return ReportResult(
      report: definition.name,
      title: definition.title,
      parameters: resolved.values,
      period: resolved.period,
      zone: zone,
      notes: notes(on: resolved.period, coverage),
      parts: try ResultParts(definition: definition, resolved: resolved, zone: zone, blocks: blocks)
        .parts,
      coverage: coverage
    )
  }

  /// Makes the views of a period and, where the definition reads them, the tables.
  private func prepare(_ period: Period, for definition: ReportDefinition) throws {
    try PeriodViews(period, on: connection).create(on: connection)
    for (period, prefix) in [(period, "period"), (period.previous, "previous")] {
      let tables = PeriodTables(period: period, prefix: prefix, connection: connection)
      if definition.blocks.contains(where: { tables.isRead(by: $0.sql) }) { try tables.create() }
    }
  }

  /// Runs `body` with nothing allowed but reading, and only for so long.
  private func reading<Result>(_ body: () throws -> Result) throws -> Result {
    try connection.allowOnlyReading()
    defer { try? connection.allowEverything() }
    return try connection.withDeadline(.now + limit, body)
  }

  private func run(
    _ block: BlockDefinition,
    of definition: ReportDefinition,
    _ resolved: ResolvedArguments
  ) throws -> ReportBlock {
    let place = ReportError.Place(file: definition.file, line: block.line, block: block.name)
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
      return ReportBlock(
        name: block.name,
        title: block.title,
        presentation: block.presentation,
        shownRows: block.shownRows,
        columns: columns,
        rows: rows
      )
    } catch let error as SQLiteError {
      // For a function or a pragma that it may not use, SQLite says so in its message only.
      if error.isNotAuthorized || error.message.hasPrefix("not authorized") {
        throw ReportError.refused(place)
      }
      if error.isInterrupted { throw ReportError.tookTooLong(place, limit: limit) }
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
      try statement.bind(argument.value.bindable, at: position)
      bound += 1
    }
    guard bound == statement.parameterCount else {
      throw ReportError.unboundParameter(place, known: values.map(\.name))
    }
  }

  private func notes(on period: Period?, _ coverage: Coverage?) -> [String] {
    var notes: [String] = []
    if let period, period.to > now {
      notes.append("\(period.name) is not over yet: what is here is what has happened so far.")
    }
    if let coverage, coverage.matters(at: now) {
      let sentence = coverage.sentence(at: now) {
        "\(zone.civilTime(at: $0).short) \(zone.identifier)"
      }
      notes.append("The index is \(sentence).")
    }
    return notes
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
