import Arguments
import Reports

/// The period that a report is about.
struct PeriodOptions: OptionGroup {
  var week: String?
  var month: String?
  var from: String?
  var to: String?
  var last: String?
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
    let given = [("--week", week), ("--month", month), ("--from", from), ("--last", last)]
      .filter { $0.1 != nil }.map(\.0)
    if given.count > 1 { throw UsageError(.conflict(given[0], given[1])) }
    if to != nil, from == nil { throw UsageError(.needs("--to", "--from")) }
  }

  /// What the options name, as a report's period parameter takes it; nil where none is given.
  var text: String? {
    if let week { return ["last", "this"].contains(week.lowercased()) ? "\(week)-week" : week }
    if let month {
      return ["last", "this"].contains(month.lowercased()) ? "\(month)-month" : month
    }
    if let from { return "\(from)..\(to ?? "")" }
    return last
  }
}
