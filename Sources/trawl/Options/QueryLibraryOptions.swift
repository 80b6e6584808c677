import Arguments
import Search

/// Where saved queries are looked for.
struct QueryLibraryOptions: OptionGroup {
  var folder: FileArgument?

  static var arguments: [Argument<Self>] {
    [
      .option(
        "--queries-dir",
        to: \.folder,
        value: "folder",
        help: """
          Look for saved queries here first, then in trawl/queries of the XDG configuration folder, \
          beside the installed program and inside it.
          """
      )
      .completing(.folders)
    ]
  }

  /// The saved queries of the run.
  ///
  /// - Throws: `CommandError` when the folder given is none.
  func library(in console: Console) throws(CommandError) -> SavedQueryLibrary {
    if let folder, !Folder.exists(at: folder.path) {
      throw .noFolder(option: "--queries-dir", path: folder.path)
    }
    return SavedQueryLibrary(
      folders: SavedQueryLibrary.standardFolders(
        chosen: folder?.path,
        environment: console.environment,
        executable: console.executable
      )
    )
  }
}
