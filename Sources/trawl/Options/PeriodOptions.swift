import Arguments
import Output
import Reports

/// The period that a report is about.
struct PeriodOptions: OptionGroup {
  var week: String?
  var month: String?
  var from: String?
  var to: String?
  var last: PeriodCount?
  var weekStart = WeekStart.monday

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Period",
        [
          .option(
            "--week",
            to: \.week,
            value: "week",
            help: "A week of ISO 8601, such as 2026-W47, last or this."
          ),
          .option(
            "--month",
            to: \.month,
            value: "month",
            help: "A month, such as 2026-11, last or this."
          ),
          .option(
            "--from",
            to: \.from,
            value: "period",
            help: "From the beginning of a day, week, month or year, such as 2026-11-03."
          ),
          .option(
            "--to",
            to: \.to,
            value: "period",
            help: "To the end of a day, week, month or year. (default: today)"
          ),
          .option(
            "--last",
            to: \.last,
            value: "count",
            help: "The last so many whole days, weeks, months or years, such as 4w."
          ),
          .option(
            "--week-start",
            to: \.weekStart,
            value: "day",
            help: "The day that weeks begin on."
          ),
        ]
      )
    ]
  }

  /// - Throws: `UsageError` when more than one period is named.
  func validate() throws(UsageError) {
    let given = [
      ("--week", week != nil), ("--month", month != nil), ("--from", from != nil),
      ("--last", last != nil),
    ].filter(\.1).map(\.0)
    if given.count > 1 { throw UsageError(.conflict(given[0], given[1])) }
    if to != nil, from == nil { throw UsageError(.needs("--to", "--from")) }
  }

  /// Whether a period is named.
  var isGiven: Bool { week != nil || month != nil || from != nil || last != nil }

  /// What the options name, as a report's period parameter takes it; nil where none is given.
  ///
  /// - Parameter setting: The present, and whose days are meant.
  /// - Returns: The period's name.
  /// - Throws: `PeriodError` for a week that is none, or a month.
  func text(_ setting: ReportSetting) throws(PeriodError) -> String? {
    func name(_ text: String, _ form: Period.Form) throws(PeriodError) -> String {
      try Period(
        text,
        form: form,
        now: setting.now,
        in: setting.zone.timeZone,
        weekStart: weekStart
      ).name
    }
    if let week { return try name(week, .week) }
    if let month { return try name(month, .month) }
    if let from { return "\(from)..\(to ?? "")" }
    return last?.argumentText
  }
}
