import Foundation
import Testing

@Suite struct ExportCommandTests {
  private static let items = (1...3).map {
    #"{"itemId":"i\#($0)","convId":"c","type":"TEXT","creatorId":"u","creationTime":\#($0),"text":{"content":"hello"}}"#
  }

  @Test func theArchiveIsThereAndCounted() throws {
    let place = try Workplace(items: Self.items, users: [#"{"userId":"u","displayName":"Ana"}"#])
    let result = try place.trawl("export", place.path("out/deep"))
    #expect(result.status == 0)
    #expect(result.lines.count == 1)
    #expect(result.text.contains("1 user, 0 conversations, 3 items"))
    #expect(
      try place.read("out/deep/items.ndjson").split(separator: "\n").map(String.init) == Self.items
    )
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path("out/deep"))
    #expect(names.count == 7)
  }

  @Test func aFolderWithFilesIsLeftAloneUnlessForced() throws {
    let place = try Workplace(items: Self.items)
    try place.write("out/notes.txt", "mine")
    let refused = try place.trawl("export", place.path("out"))
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--force"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("out")) == ["notes.txt"])
    #expect(try place.trawl("export", "--force", place.path("out")).status == 0)
    #expect(try place.read("out/notes.txt") == "mine")
  }

  @Test func theSummaryIsAlsoJSON() throws {
    let place = try Workplace(items: Self.items)
    let result = try place.trawl("export", "--format", "json", place.path("out"))
    let object = try JSONSerialization.jsonObject(with: Data(result.text.utf8)) as? [String: Any]
    #expect(object?["items"] as? Int == 3)
    #expect(object?["schemaVersion"] as? Int == 1)
  }

  @Test func noFolderAndNoIndexAreSaid() throws {
    let place = try Workplace()
    #expect(try place.trawl("export").status == 2)
    let result = try place.trawl("export", place.path("out"))
    #expect(result.status == 4)
    #expect(result.errors.contains("trawl.db"))
    #expect(!FileManager.default.fileExists(atPath: place.path("out")))
  }
}
