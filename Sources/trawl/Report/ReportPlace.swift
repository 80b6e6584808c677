import Arguments
import Reports

/// Where a report goes: a path that may leave places for the report's name and its period.
struct ReportPlace {
  private let file: FileArgument
  private let isOneOfMany: Bool

  /// Chooses a place.
  ///
  /// - Parameters:
  ///   - file: The path, with `{report}` and `{period}` where those are to stand.
  ///   - isOneOfMany: Whether several reports go there, so that each needs a place of its own.
  init(_ file: FileArgument, isOneOfMany: Bool) {
    self.file = file
    self.isOneOfMany = isOneOfMany
  }

  /// The path of a report, with the folders above it made where it was left to us to name them.
  ///
  /// - Parameter result: The report.
  /// - Returns: The path; a folder of its own for a report of many that were given one path.
  /// - Throws: `CommandError` when a folder cannot be made.
  func filled(with result: ReportResult) throws -> FileArgument {
    guard !file.isStandardStream else { return file }
    let period = result.period?.name ?? "all"
    let path = file.path
      .replacing("{report}", with: result.report).replacing("{period}", with: period)
    if path != file.path {
      try Folder.make(at: path.hasSuffix("/") ? path : Folder.parent(of: path))
      return try FileArgument(argument: path)
    }
    guard isOneOfMany else { return file }
    let folder = path.hasSuffix("/") ? path + period : "\(path)/\(period)"
    try Folder.make(at: folder)
    return try FileArgument(argument: folder)
  }
}
