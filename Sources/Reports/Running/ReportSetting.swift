public import Output

/// What a run of reports is told besides their parameters.
public struct ReportSetting {
  /// The zone of days, weeks and hours.
  public var zone: Zone
  /// The present time, in ms UTC: it decides what `last` and `this` mean, and nothing else.
  public var now: Int64
  /// The day that weeks begin on.
  public var weekStart = WeekStart.monday
  /// How long a report may take.
  public var limit = Duration.seconds(60)
  /// Where counts come from.
  public var source = CountSource.fastest
  /// Rows about fewer people than this are left out; 1 leaves out none.
  public var minimumGroup = 1
  /// Whether codes stand for names, and texts are left out.
  public var isPseudonymised = false
  /// The version of the program, for the header.
  public var program = ""
  /// Finds people and conversations; without it, parameters can name none.
  public var subjects: (any SubjectFinder)?

  /// A setting with nothing but the necessary.
  ///
  /// - Parameters:
  ///   - zone: The zone of days, weeks and hours.
  ///   - now: The present time, in ms UTC.
  public init(zone: Zone, now: Int64) {
    self.zone = zone
    self.now = now
  }
}
