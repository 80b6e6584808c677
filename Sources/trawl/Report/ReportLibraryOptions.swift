import Arguments
import Reports

/// Where report definitions are looked for.
struct ReportLibraryOptions: OptionGroup {
  var folder: FileArgument?

  static var arguments: [Argument<Self>] {
    [
      .option(
        "--reports-dir",
        to: \.folder,
        value: "folder",
        help: """
          Look for reports here first, then in trawl/reports of the XDG data folder, beside the \
          installed program and inside it.
          """
      )
      .completing(.folders)
    ]
  }

  /// The reports of the run.
  ///
  /// - Throws: `CommandError` when the folder given is none.
  func library(in console: Console) throws(CommandError) -> ReportLibrary {
    if let folder, !Folder.exists(at: folder.path) {
      throw .noFolder(option: "--reports-dir", path: folder.path)
    }
    return ReportLibrary(
      folders: ReportLibrary.standardFolders(
        chosen: folder?.path,
        environment: console.environment,
        executable: console.executable
      )
    )
  }
}
