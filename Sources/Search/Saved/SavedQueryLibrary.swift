internal import Foundation

/// Finds saved queries: in folders, in their order, and then among those that Trawl brings along.
///
///     let folders = SavedQueryLibrary.standardFolders(environment: environment, executable: path)
///     let saved = try SavedQueryLibrary(folders: folders).query(named: "most-liked")
public struct SavedQueryLibrary: Sendable {
  /// The folders looked in, first to last; one that is not there is passed over.
  public let folders: [String]

  /// Chooses the folders.
  public init(folders: [String]) { self.folders = folders }

  /// The folders looked in where nothing else is said.
  ///
  /// - Parameters:
  ///   - chosen: The folder that the user names (`--queries-dir`), which comes first.
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
    if let configuration = environment["XDG_CONFIG_HOME"], configuration.hasPrefix("/") {
      folders.append(configuration + "/trawl/queries")
    } else if let home = environment["HOME"], !home.isEmpty {
      folders.append(home + "/.config/trawl/queries")
    }
    if let executable {
      let binary = URL(filePath: executable).resolvingSymlinksInPath()
      let prefix = binary.deletingLastPathComponent().deletingLastPathComponent()
      folders.append(prefix.path + "/share/trawl/queries")
    }
    return folders
  }

  /// The names of all saved queries, in order.
  public var names: [String] {
    var names = Set(ShippedQueries.texts.map(\.name))
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      names.formUnion(files.filter(isQuery).map { String($0.dropLast(Self.suffix.count)) })
    }
    return names.sorted()
  }

  /// Whether there is a query of a name, right or wrong.
  ///
  /// - Parameter name: Any text.
  /// - Returns: True when `query(named:)` would look at a file of that name.
  public func contains(_ name: String) -> Bool { names.contains(name) }

  /// The query of a name, from the first folder that has it.
  ///
  /// - Parameter name: Its file's name without `.query`.
  /// - Returns: What the file says.
  /// - Throws: `SavedQueryError` when there is none, or its file is wrong.
  public func query(named name: String) throws(SavedQueryError) -> SavedQuery {
    guard isQuery(name + Self.suffix) else {
      throw SavedQueryError(.unknownName(name, known: names))
    }
    for folder in folders {
      let file = "\(folder)/\(name)\(Self.suffix)"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      return try SavedQuery(parsing: try Self.text(of: file), name: name, file: file)
    }
    guard let text = ShippedQueries.texts.first(where: { $0.name == name })?.text else {
      throw SavedQueryError(.unknownName(name, known: names))
    }
    return try SavedQuery(parsing: text, name: name, file: "\(name)\(Self.suffix) (built in)")
  }

  private static let suffix = ".query"

  private static func text(of file: String) throws(SavedQueryError) -> String {
    do {
      return String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    } catch {
      let reason =
        FileManager.default.isReadableFile(atPath: file) ? "it is no file" : "not allowed"
      throw SavedQueryError(.unreadable(reason), file: file)
    }
  }

  /// Whether a file's name is one of a saved query: hidden files and paths are not.
  private func isQuery(_ file: String) -> Bool {
    file.hasSuffix(Self.suffix) && !file.hasPrefix(".") && file.utf8.count > Self.suffix.utf8.count
      && !file.contains("/") && !file.contains("\0")
  }
}
