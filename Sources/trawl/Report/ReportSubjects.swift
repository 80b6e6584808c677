import Reports
import Search

/// Finds who and what a report's parameters name as searches find them.
struct ReportSubjects: SubjectFinder {
  /// The index's path.
  let path: String

  func find(_ text: String, _ kind: ReportSubject.Kind) throws -> ReportSubject {
    let found = try SearchEngine(path: path)
      .find(kind == .person ? .person : .conversation, named: text)
    return ReportSubject(id: found.id, wireID: found.wireID)
  }
}
