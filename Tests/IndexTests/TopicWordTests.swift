import Circuit
import SQLite
import Testing

@testable import Index

/// Which conversations have a word in their topic, kept with the conversations.
@Suite struct TopicWordTests {
  private let index: TestIndex

  init() throws {
    index = try TestIndex()
  }

  private func words() throws -> [String] {
    try Store.reader(at: index.path).rows(
      """
      SELECT word || ' ' || conv_id FROM topic_word JOIN conversation ON id = conversation
      ORDER BY word, conv_id
      """
    ) { $0.text(at: 0) ?? "" }
  }

  private func name(_ convId: String, _ topic: String?, at time: Int64) throws {
    try index.mark { writer in
      _ = try writer.write(Conversation(convId: convId, topic: topic, modificationTime: time))
    }
    #expect(try index.problems() == [])
  }

  @Test func wordsComeAndGoWithTheTopic() throws {
    try name("a", "Lisbon rollout, Lisbon", at: 1)
    try name("b", "Rollout", at: 1)
    #expect(try words() == ["lisbon a", "rollout a", "rollout b"])
    try name("a", "Porto rollout", at: 2)
    #expect(try words() == ["porto a", "rollout a", "rollout b"])
    // An older description changes nothing.
    try name("a", "Faro", at: 1)
    #expect(try words() == ["porto a", "rollout a", "rollout b"])
    try name("a", nil, at: 3)
    #expect(try words() == ["rollout b"])
  }

  @Test(arguments: [
    "DELETE FROM topic_word WHERE word = 'rollout'", "INSERT INTO topic_word VALUES ('other', 1)",
    "UPDATE conversation SET name_key = 'porto'",
  ])
  func aCheckSeesTheDamageAndARepairMendsIt(_ damage: String) throws {
    try name("a", "Lisbon rollout", at: 1)
    try Connection(path: index.path, access: .readWrite).execute(damage)
    let failed = try IndexCheck(path: index.path).run().filter { !$0.passed }.map(\.name)
    #expect(failed == ["topics"])
    try IndexRepair(path: index.path).run()
    #expect(try index.problems() == [])
  }
}
