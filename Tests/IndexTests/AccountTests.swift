import Circuit
import Index
import SQLite
import TestSupport
import Testing

@Suite struct AccountTests {
  @Test func accountsAreKeptByName() throws {
    let folder = try TemporaryFolder()
    let store = AccountStore(path: folder.path("t.db"))
    #expect(try store.accounts().isEmpty)
    #expect(throws: AccountError.noAccounts) { try store.accounts(named: []) }
    let bo = try account("bo", .client(id: "i", secret: .file("/s")), scopes: ["A", "B"])
    let ana = try account("ana", .tokenFile("/t"))
    try store.add(bo)
    try store.add(ana)
    #expect(try store.accounts() == [ana, bo])
    #expect(try store.accounts(named: ["bo"]) == [bo])
    #expect(throws: AccountError.unknown("cy", known: ["ana", "bo"])) {
      try store.accounts(named: ["ana", "cy"])
    }
    #expect(throws: AccountError.nameTaken("ana")) { try store.add(ana) }
  }

  @Test func aRemovedAccountThatComesBackIsTheSame() throws {
    let folder = try TemporaryFolder()
    let store = AccountStore(path: folder.path("t.db"))
    try store.add(try account("ana", .tokenFile("/t")))
    try store.remove(named: "ana")
    #expect(try store.accounts().isEmpty)
    #expect(throws: AccountError.unknown("ana", known: [])) { try store.remove(named: "ana") }
    let again = try account("ana", .tokenEnvironment("T"))
    try store.add(again)
    #expect(try store.accounts() == [again])
    let connection = try Connection(path: folder.path("t.db"), access: .readOnly)
    #expect(try connection.integer("SELECT count(*) FROM account") == 1)
  }

  @Test func anAccountOfACommandLineIsKnownAgain() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    let store = AccountStore(path: path)
    let kept = try account("ana", .tokenFile("/t"))
    try store.add(kept)
    let run = IndexWriter.Run(command: "ingest", source: "https://example.org", started: 5)
    do {
      let writer = try IndexWriter(path: path, run: run)
      let same = try writer.register(try account("other", .tokenFile("/t")))
      let new = try writer.register(try account("x", .tokenFile("/u")))
      #expect(try writer.register(kept) == same && same != new)
      #expect(try writer.register(try account("y", .tokenFile("/u"))) == new)
      try writer.setUser("user-1", of: same)
      try writer.commit()
    }
    var known = kept
    known.userId = "user-1"
    #expect(try store.accounts() == [known])
  }

  private func account(
    _ name: String,
    _ credentials: CredentialSource,
    scopes: [String] = []
  ) throws -> Account {
    Account(
      name: name,
      baseURL: try BaseURL("https://example.org/rest/v2"),
      credentials: credentials,
      scopes: scopes
    )
  }
}
