internal import Foundation

/// Folders, as the few things that commands do with them.
enum Folder {
  /// Makes a folder and those above it, where they are missing.
  static func make(at path: String) throws(CommandError) {
    guard !path.isEmpty, !exists(at: path) else { return }
    try make(at: parent(of: path))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .cannotMakeFolder(path: path, code: errno)
    }
  }

  /// The folder that a path lies in; empty for a name alone or the root.
  static func parent(of path: String) -> String {
    var end = path[...]
    while end.count > 1, end.last == "/" { end.removeLast() }
    guard let slash = end.lastIndex(of: "/") else { return "" }
    let parent = end[..<slash]
    return parent.isEmpty && end.count > 1 ? "/" : String(parent)
  }

  /// A path that means the same from any folder.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    return FileManager.default.currentDirectoryPath + "/" + path
  }

  static func exists(at path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a folder with something in it.
  static func hasFiles(at path: String) -> Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    return names?.isEmpty == false
  }
}
