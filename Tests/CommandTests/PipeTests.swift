import Foundation
import Testing

@Suite struct PipeTests {
  @Test(arguments: ["table", "json", "ndjson", "csv", "markdown", "ids"])
  func readerThatHasSeenEnoughIsNoFault(format: String) throws {
    let search = "trawl search --db '\(Tenant.place.database)' --all --format \(format)"
    let result = try shell("{ \(search); echo status $? >&2; } | head -n 1")
    #expect(result.errors == "status 0\n")
    #expect(result.lines.count == 1)
  }

  @Test func fullDiskIsSaid() throws {
    for words in [["search"], ["flagged"], ["report", "weekly-activity"], ["status"]] {
      let result = try TrawlProcess.run(
        [try TrawlProcess.binary()] + words + ["--db", Tenant.place.database],
        outputPath: "/dev/full"
      )
      #expect(result.status == 4)
      #expect(
        result.errors.contains("trawl: cannot write standard output: no space left on device\n")
      )
    }
  }
}
