import Foundation
import Testing

/// What someone meets who may not write the index, or not even read it.
///
/// Needs root, to become somebody else; skipped for others.
@Suite(
  .enabled(if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"))
)
struct RightsTests {
  private func asNobody(_ words: [String]) throws -> TrawlProcess.Result {
    let somebodyElse = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    return try TrawlProcess.run(somebodyElse + [try TrawlProcess.binary()] + words)
  }

  private func place(folder mode: Int, file: Int = 0o644) throws -> Workplace {
    let place = try Workplace()
    _ = try place.trawl("import", Tenant.place.path("archive"))
    let set = FileManager.default.setAttributes
    try set([.posixPermissions: file], place.database)
    try set([.posixPermissions: mode], place.folder.path)
    return place
  }

  /// Nobody must be able to run the binary at all: a checkout under /root is closed to them.
  private func canRun() throws -> Bool { try asNobody(["--version"]).status == 0 }

  @Test func readingNeedsNoRightToWrite() throws {
    guard try canRun() else { return }
    let place = try place(folder: 0o555, file: 0o444)
    for words in [["search", "the"], ["flagged"], ["status"], ["report", "weekly-activity"]] {
      let result = try asNobody(words + ["--db", place.database])
      #expect(result.status == 0, "\(words): \(result.errors)")
    }
  }

  @Test func writingNeedsIt() throws {
    guard try canRun() else { return }
    let place = try place(folder: 0o555)
    let archive = try Workplace()
    try archive.write(
      "items.ndjson",
      #"{"itemId":"i","convId":"c","type":"TEXT","creationTime":1}"#
    )
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: archive.folder.path
    )
    let commands = [["import", archive.path("items.ndjson")], ["check"], ["check", "--repair"]]
    for words in commands {
      let result = try asNobody(words + ["--db", place.database])
      #expect(result.status == 4, "\(words)")
      #expect(result.errors.contains("may not be written by this user"), "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    let new = try asNobody(["import", archive.path("items.ndjson"), "--db", place.path("new/t.db")])
    #expect(new.status == 4)
    #expect(new.errors.contains("cannot make the folder"))
  }

  @Test func closedFolderIsNotTakenForAMissingIndex() throws {
    guard try canRun() else { return }
    let place = try place(folder: 0o700)
    let result = try asNobody(["search", "x", "--db", place.database])
    #expect(result.status == 4)
    #expect(result.errors.contains("may not be read by this user"))
  }
}
