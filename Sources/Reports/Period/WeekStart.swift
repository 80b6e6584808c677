/// The day on which the weeks of a run begin.
public enum WeekStart: String, Sendable, CaseIterable {
  /// As ISO 8601 has it.
  case monday
  /// The Sunday before.
  case sunday
  /// The Saturday before.
  case saturday

  /// How many days before its Monday an ISO week's namesake begins.
  var daysBeforeMonday: Int {
    switch self {
    case .monday: 0
    case .sunday: 1
    case .saturday: 2
    }
  }
}
