import Foundation
import Sandbox
import TestSupport
import Testing

/// A tenant is the same whether it comes from an archive or straight from the generator.
@Suite struct TenantLoadingTests {
  private static func files(_ folder: String) throws -> [String: [String]] {
    try Dictionary(
      uniqueKeysWithValues: Archive.names.map { name in
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).ndjson"))
        return (
          name,
          String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
        )
      }
    )
  }

  @Test func archiveAndGeneratorGiveTheSameTenant() throws {
    let archive = try Archive.plain.get()
    let folders = try TemporaryFolder()
    try SandboxTenant(synthetic: .init(items: 2_500, seed: 4))
      .writeArchive(to: folders.path("one"))
    try SandboxTenant(archive: archive.folder.path).writeArchive(to: folders.path("other"))
    let one = try Self.files(folders.path("one"))
    #expect(one == (try Self.files(folders.path("other"))))
    let original = try Self.files(archive.folder.path)
    for name in ["users", "items", "labels", "flags", "favorites"] {
      #expect(one[name] == original[name], "\(name)")
    }
    #expect(one["conversations"]?.count == original["conversations"]?.count)
    #expect(one["pins"]?.count == original["pins"]?.count)
  }

  @Test func oddItemsKeepTheirBytes() throws {
    let archive = try Archive.odd.get()
    let folder = try TemporaryFolder()
    let tenant = try SandboxTenant(archive: archive.folder.path)
    try tenant.writeArchive(to: folder.path)
    let written = try Data(contentsOf: folder.url.appending(path: "items.ndjson"))
      .split(separator: UInt8(ascii: "\n"))
    #expect(Set(written) == Set(try archive.lines("items")))
    #expect(tenant.skippedLines == 0)
  }

  @Test func linesOfNoUseAreCounted() throws {
    var plan = SyntheticTenant.Plan(items: 300, seed: 9)
    plan.brokenLines = 7
    #expect(try SandboxTenant(synthetic: plan).skippedLines == 7)
    let folder = try TemporaryFolder()
    try folder.write("conversations.ndjson", "{\"convId\":\"c\",\"participants\":[\"u\"]}\n{}\n")
    try folder.write(
      "items.ndjson",
      """
      {"itemId":"a","convId":"c","modificationTime":2,"n":1}
      {"itemId":"a","convId":"c","modificationTime":1,"n":2}
      {"itemId":"b","convId":"elsewhere"}
      {"itemId":"d","convId":"c","modificationTime":3}
      """
    )
    let tenant = try SandboxTenant(archive: folder.path)
    #expect(try tenant.itemIds(in: "c") == ["a", "d"])
    #expect(try tenant.json(ofItem: "a").hasSuffix("\"n\":1}"))
    #expect(tenant.skippedLines == 2)
    #expect(throws: SandboxError.self) { try SandboxTenant(archive: folder.path("missing")) }
  }

  @Test func archiveOfSomeUsersIsWhatTheySee() throws {
    let served = try Served()
    let item = try served.tenant.post("mine", in: served.group, by: "ana")
    try served.tenant.post("not mine", in: served.other, by: "bo")
    try served.tenant.flag(item, by: "ana")
    try served.tenant.flag(item, by: "bo")
    let folder = try TemporaryFolder()
    try served.tenant.writeArchive(to: folder.path, seenBy: ["ana"])
    let files = try Self.files(folder.path)
    #expect(files["conversations"]?.count == 3)
    #expect(files["items"]?.count == 3)
    #expect(files["flags"]?.count == 1)
    #expect(files["users"]?.count == 3)
  }
}
