import Foundation
import Testing

/// `make install` and `make uninstall`, with the tests' binary in place of a release build.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/make")))
struct InstallTests {
  private func make(_ target: String, into folder: String) throws -> TrawlProcess.Result {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try TrawlProcess.run(
      [
        "/usr/bin/make", "-s", "-C", root.path, "-o", "build", target, "DESTDIR=\(folder)",
        "PREFIX=/opt/x", "BINARY=\(try TrawlProcess.binary())",
      ],
      environment: ["PATH": "/usr/bin:/bin"]
    )
  }

  private func files(in folder: URL) throws -> Set<String> {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Set(
      names.filter { name in
        var isFolder: ObjCBool = false
        let path = folder.appending(path: name).path
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
    )
  }

  @Test func everythingIsPutInItsPlaceAndTakenAway() throws {
    let place = try Workplace()
    let installed = try make("install", into: place.folder.path)
    #expect(installed.status == 0, "\(installed.errors)")
    let found = try files(in: place.folder)
    for name in [
      "bin/trawl", "share/man/man1/trawl.1", "share/bash-completion/completions/trawl",
      "share/zsh/site-functions/_trawl", "share/fish/vendor_completions.d/trawl.fish",
      "share/trawl/queries/most-liked.query", "share/trawl/reports/weekly-activity.md",
    ] {
      #expect(found.contains("opt/x/\(name)"), "\(name)")
    }
    #expect(try place.read("opt/x/share/man/man1/trawl.1").hasPrefix(".TH TRAWL 1 "))

    // An installed program finds what is installed beside it.
    let listed = try TrawlProcess.run(
      [place.path("opt/x/bin/trawl"), "query", "list", "--format", "json"]
    )
    #expect(listed.text.contains("/opt/x/share/trawl/queries/most-liked.query"))

    try place.write("opt/x/share/trawl/queries/mine.query", "title: Mine\nquery: lisbon\n")
    #expect(try make("uninstall", into: place.folder.path).status == 0)
    #expect(try files(in: place.folder) == ["opt/x/share/trawl/queries/mine.query"])
  }
}
