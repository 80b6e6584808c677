import Foundation

/// Finds report definitions: in folders, in their order, and then among those that Trawl brings along.
///
///     let folders = ReportLibrary.standardFolders(environment: environment, executable: path)
///     let definition = try ReportLibrary(folders: folders).definition(named: "weekly-activity")
public struct ReportLibrary: Sendable {
  /// The folders looked in, first to last; one that is not there is passed over.
  public let folders: [String]

  /// Chooses the folders.
  public init(folders: [String]) { self.folders = folders }

  /// The folders looked in where nothing else is said.
  ///
  /// - Parameters:
  ///   - chosen: The folder that the user names (`--reports-dir`), which comes first.
  ///   - environment: The process's environment.
  ///   - executable: The path of the running program, for `PREFIX/share` beside `PREFIX/bin`.
  /// - Returns: The chosen folder, the user's own, and the installation's.
  public static func standardFolders(
    chosen: String? = nil,
    environment: [String: String],
    executable: String?
  ) -> [String] {
    var folders = chosen.map { [$0] } ?? []
    // By the XDG specification, a path that is not absolute is to be ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folders.append(data + "/trawl/reports")
    } else if let home = environment["HOME"], !home.isEmpty {
      folders.append(home + "/.local/share/trawl/reports")
    }
    if let executable {
      let binary = URL(filePath: executable).resolvingSymlinksInPath()
      let prefix = binary.deletingLastPathComponent().deletingLastPathComponent()
      folders.append(prefix.path + "/share/trawl/reports")
    }
    return folders
  }

  /// The names of all reports, in order.
  public var names: [String] {
    var names = Set(ShippedReports.texts.map(\.name))
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      names.formUnion(files.filter(isDefinition).map { String($0.dropLast(3)) })
    }
    return names.sorted()
  }

  /// The definition of a name, from the first folder that has it.
  ///
  /// - Throws: `ReportError.unknownReport`, `DefinitionError` when the file is wrong, and Foundation's
  ///   error when it cannot be read.
  public func definition(named name: String) throws -> ReportDefinition {
    guard isDefinition(name + ".md") else {
      throw ReportError.unknownReport(name, known: names)
    }
    for folder in folders {
      let file = "\(folder)/\(name).md"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      let bytes = try Data(contentsOf: URL(filePath: file))
      return try ReportDefinition(
        parsing: String(decoding: bytes, as: UTF8.self),
        name: name,
        file: file
      )
    }
    guard let text = ShippedReports.texts.first(where: { $0.name == name })?.text else {
      throw ReportError.unknownReport(name, known: names)
    }
    return try ReportDefinition(parsing: text, name: name, file: "\(name).md (built in)")
  }

  /// Whether a file's name is one of a definition: hidden files and paths are not.
  private func isDefinition(_ file: String) -> Bool {
    file.hasSuffix(".md") && !file.hasPrefix(".") && file.utf8.count > 3 && !file.contains("/")
      && !file.contains("\0")
  }
}
