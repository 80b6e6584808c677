import Output

/// What a definition's parameters are in one run.
struct ResolvedArguments {
  /// All of them, in the definition's order.
  var values: [ReportArgument] = []
  /// The period that one of them sets.
  var period: Period?
}

extension ReportDefinition {
  /// Fills in defaults and reads the texts given.
  ///
  /// - Parameters:
  ///   - texts: What was given, by parameter.
  ///   - now: The present time in ms UTC, for `this` and `last`.
  ///   - zone: The zone whose weeks are meant.
  /// - Returns: A value for each parameter.
  /// - Throws: `ReportError`, or `PeriodError` for a text that names no week.
  func resolve(_ texts: [String: String], now: Int64, zone: Zone) throws -> ResolvedArguments {
    let known = parameters.map(\.name)
    if let unknown = texts.keys.sorted().first(where: { !known.contains($0) }) {
      throw ReportError.unknownParameter(unknown, report: name, known: known)
    }
    var result = ResolvedArguments()
    for parameter in parameters {
      guard let text = texts[parameter.name] ?? parameter.defaultValue else {
        throw ReportError.missingParameter(parameter.name, report: name, kind: parameter.kind)
      }
      let value: Cell
      switch parameter.kind {
      case .week:
        let period = try Period(week: text, now: now, in: zone.timeZone)
        result.period = period
        value = .text(period.name)
      case .integer:
        guard let number = Int64(text) else {
          throw ReportError.badValue(text, parameter: parameter.name, kind: .integer)
        }
        value = .integer(number)
      case .text: value = .text(text)
      }
      result.values.append(ReportArgument(name: parameter.name, value: value))
    }
    return result
  }
}
