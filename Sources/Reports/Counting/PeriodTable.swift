/// The tables of a period's counts: `period_totals`, `previous_by_day` and so on.
///
/// What each holds is in `docs/views.md`.
enum PeriodTable: String, CaseIterable {
  case totals
  case byDay = "by_day"
  case byHour = "by_hour"
  case byWeek = "by_week"
  case byMonth = "by_month"
  case byConversation = "by_conversation"
  case byPerson = "by_person"
  case byEnding = "by_ending"
  case mostLiked = "most_liked"
  case trend

  /// Those that a query may read: a query that does has their names among its words.
  ///
  /// - Parameters:
  ///   - sql: The query.
  ///   - prefix: `period` or `previous`.
  /// - Returns: The tables.
  static func read(by sql: String, prefix: String) -> Set<PeriodTable> {
    let words = Set(sql.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") })
    var tables = Set(allCases.filter { words.contains("\(prefix)_\($0.rawValue)") })
    // Views over them.
    if words.contains("\(prefix)_silent_people") { tables.formUnion([.byConversation, .byPerson]) }
    return tables
  }

  /// Whether filling it takes more than a few rollups.
  var isDetail: Bool {
    switch self {
    case .totals, .trend, .byWeek, .byMonth: false
    case .byDay, .byHour, .byConversation, .byPerson, .byEnding, .mostLiked: true
    }
  }
}
