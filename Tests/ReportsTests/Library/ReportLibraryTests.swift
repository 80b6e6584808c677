import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct ReportLibraryTests {
  private let text = "---\ntitle: Mine\n---\n```sql name=a\nSELECT 1\n```"

  /// Lends a new folder with the given files.
  private func withFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    for file in files { try folder.write(file, text) }
    try body(folder.path)
  }

  @Test func theFirstFolderThatHasItWins() throws {
    try withFolder(["weekly-activity.md", "mine.md"]) { (first) throws in
      try withFolder(["mine.md", "other.md", ".hidden.md", "notes.txt"]) { (second) throws in
        let library = ReportLibrary(folders: [first, "/nowhere", second])
        let shipped = ShippedReports.texts.map(\.name)
        #expect(library.names == Set(shipped + ["mine", "other"]).sorted())
        #expect(try library.definition(named: "weekly-activity").title == "Mine")
        #expect(try library.definition(named: "mine").file == "\(first)/mine.md")
        #expect(try library.definition(named: "other").file == "\(second)/other.md")
      }
    }
  }

  @Test func withoutFoldersThereAreTheOnesInTheBinary() throws {
    let library = ReportLibrary(folders: [])
    #expect(try library.definition(named: "weekly-activity").title == "Weekly activity")
  }

  @Test(arguments: ["none", "../mine", "", ".", "a\0b"])
  func anUnknownNameListsTheKnownOnes(_ name: String) throws {
    try withFolder(["mine.md"]) { (folder) throws in
      let error = #expect(throws: ReportError.self) {
        try ReportLibrary(folders: [folder + "/.", folder]).definition(named: name)
      }
      #expect(
        error?.description == """
          there is no report '\(name)'; there are conversation, coverage, flags, likes, mine, person, \
          responsiveness, tenant and weekly-activity
          """
      )
    }
  }

  @Test func foldersAreTheChosenTheUsersAndTheInstallations() {
    #expect(
      ReportLibrary.standardFolders(
        chosen: "here",
        environment: ["XDG_DATA_HOME": "/data", "HOME": "/home/ana"],
        executable: "/opt/trawl/bin/trawl"
      ) == ["here", "/data/trawl/reports", "/opt/trawl/share/trawl/reports"]
    )
    #expect(
      ReportLibrary.standardFolders(
        environment: ["XDG_DATA_HOME": "relative", "HOME": "/home/ana"],
        executable: nil
      ) == ["/home/ana/.local/share/trawl/reports"]
    )
  }
}
