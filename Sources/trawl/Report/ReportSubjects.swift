import Reports
import Search

/// Finds who, what and which items a report's parameters mean as searches find them.
struct ReportSubjects: SubjectFinder {
  /// The index's path.
  let path: String
  /// The present, and whose days are meant.
  let clock: LocalClock

  func find(_ text: String, _ kind: ReportSubject.Kind) throws -> ReportSubject {
    let found = try QueryFailure.pointing(at: text) {
      try SearchEngine(path: path).find(kind == .person ? .person : .conversation, named: text)
    }
    return ReportSubject(id: found.id, wireID: found.wireID)
  }

  func items(matching query: String) throws -> [Int64] {
    try QueryFailure.pointing(at: query) {
      try SearchEngine(path: path).items(matching: try Query(parsing: query, at: clock))
    }
  }
}
