import Output

/// What a definition's parameters are in one run.
struct ResolvedArguments {
  /// All of them, in the definition's order.
  var values: [ReportArgument] = []
  /// The period that one of them sets.
  var period: Period?
  /// What queries match.
  var queries: [(parameter: String, items: [Int64])] = []
  /// Who and what others mean, by their names.
  var subjects: [(parameter: String, kind: ReportSubject.Kind, subject: ReportSubject)] = []
}

extension ReportDefinition {
  /// The parameter that sets the period, where there is one.
  public var periodParameter: ReportParameter? { parameters.first(where: \.isPeriod) }

  /// Fills in defaults and reads the texts given.
  ///
  /// - Parameters:
  ///   - texts: What was given, by parameter.
  ///   - setting: The present, and whose days are meant.
  /// - Returns: A value for each parameter.
  /// - Throws: `ReportError`, `PeriodError` for a text that names no period, and what the finder of people throws.
  func resolve(_ texts: [String: String], _ setting: ReportSetting) throws -> ResolvedArguments {
    let known = parameters.map(\.name)
    if let unknown = texts.keys.sorted().first(where: { !known.contains($0) }) {
      throw ReportError.unknownParameter(unknown, report: name, known: known)
    }
    var result = ResolvedArguments()
    for parameter in parameters {
      guard let text = texts[parameter.name] ?? parameter.defaultValue else {
        throw ReportError.missingParameter(parameter.name, report: name, kind: parameter.kind)
      }
      try resolve(parameter, text, setting, into: &result)
    }
    return result
  }

  private func resolve(
    _ parameter: ReportParameter,
    _ text: String,
    _ setting: ReportSetting,
    into result: inout ResolvedArguments
  ) throws {
    let name = parameter.name
    switch parameter.kind {
    case .week, .month, .period:
      let period = try Period(
        text,
        form: parameter.kind.form ?? .any,
        now: setting.now,
        in: setting.zone.timeZone,
        weekStart: setting.weekStart
      )
      result.period = period
      result.values.append(ReportArgument(name: name, value: .text(period.name)))
    case .person, .conversation:
      guard let kind = parameter.kind.subject, let finder = setting.subjects else {
        throw ReportError.badValue(text, parameter: name, kind: parameter.kind)
      }
      let subject = try finder.find(text, kind)
      result.subjects.append((name, kind, subject))
      // What people call it is looked up with the views of the run, which may have codes for names.
      result.values.append(
        ReportArgument(name: name, value: .text(subject.wireID), bound: .integer(subject.id))
      )
    case .query:
      guard let finder = setting.subjects else {
        throw ReportError.badValue(text, parameter: name, kind: .query)
      }
      result.queries.append((name, try finder.items(matching: text)))
      // A query may name people.
      result.values.append(
        ReportArgument(name: name, value: setting.isPseudonymised ? .null : .text(text))
      )
    case .integer:
      guard let number = Int64(text) else {
        throw ReportError.badValue(text, parameter: name, kind: .integer)
      }
      result.values.append(ReportArgument(name: name, value: .integer(number)))
    case .text: result.values.append(ReportArgument(name: name, value: .text(text)))
    }
  }
}
