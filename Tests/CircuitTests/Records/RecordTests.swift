import Circuit
import TestSupport
import Testing

@Suite struct RecordTests {
  @Test func usersAreRead() throws {
    let user: User? = try decode(
      """
      {"userId":"u","displayName":"Ann \\ud83d\\ude00","firstName":"Ann","lastName":null,"emailAddress":"a@x",\
      "userType":"REGULAR","userState":"ACTIVE","locale":"EN_US"}
      """
    )
    #expect(
      user
        == User(
          userId: "u",
          displayName: "Ann 😀",
          firstName: "Ann",
          lastName: nil,
          emailAddress: "a@x",
          userType: "REGULAR",
          userState: "ACTIVE",
          remainder: #"{"lastName":null,"locale":"EN_US"}"#
        )
    )
  }

  @Test func conversationsAreRead() throws {
    let conversation: Conversation? = try decode(
      """
      {"convId":"c","type":"GROUP","topic":"T","topicPlaceholder":"A, B","description":"D","creatorId":"u",\
      "creationTime":1.5e12,"modificationTime":7,"participants":["u","v"],"isModerated":false}
      """
    )
    #expect(
      conversation
        == Conversation(
          convId: "c",
          type: "GROUP",
          topic: "T",
          topicPlaceholder: "A, B",
          description: "D",
          creatorId: "u",
          creationTime: 1_500_000_000_000,
          modificationTime: 7,
          participants: ["u", "v"],
          remainder: #"{"isModerated":false}"#
        )
    )
  }

  @Test func flagsLabelsFavoritesAndPinsAreRead() throws {
    #expect(
      try decode(#"{"userId":"u","itemId":"i","convId":"c"}"#)
        == FlagRecord(userId: "u", itemId: "i", convId: "c")
    )
    #expect(
      try decode(#"{"userId":"u","labelId":"l","value":"v","convIds":["c","d"]}"#)
        == LabelRecord(userId: "u", labelId: "l", value: "v", convIds: ["c", "d"])
    )
    #expect(
      try decode(#"{"userId":"u","convId":"c"}"#) == FavoriteRecord(userId: "u", convId: "c")
    )
    #expect(
      try decode(#"{"convId":"c","itemId":"i","pinnedTime":5,"userId":"u"}"#)
        == PinRecord(convId: "c", itemId: "i", pinnedTime: 5, userId: "u")
    )
  }

  @Test func pinsAreReadUnderTheAPIsNames() throws {
    #expect(
      try decode(#"{"conversationId":"c","conversationItemId":"i","pinnedTime":5,"x":1}"#)
        == PinRecord(convId: "c", itemId: "i", pinnedTime: 5, remainder: #"{"x":1}"#)
    )
    #expect(throws: DecodingProblem.missingIdentifier("itemId")) {
      let _: PinRecord? = try decode(#"{"convId":"c","conversationItemId":"i"}"#)
    }
  }

  @Test(arguments: [
    (#"{"userId":"u","convId":"c"}"#, DecodingProblem.missingIdentifier("itemId")),
    (#"{"userId":"","itemId":"i"}"#, .missingIdentifier("userId")),
    (#"{"userId":5,"itemId":"i"}"#, .missingIdentifier("userId")), ("[]", .notAnObject),
  ])
  func identifiersAreNeeded(line: String, problem: DecodingProblem) {
    #expect(throws: problem) { let _: FlagRecord? = try decode(line) }
  }

  @Test func blankLinesAreNoRecords() throws {
    #expect(try decode(" \r\n") == FlagRecord?.none)
    #expect(try decode("") == User?.none)
  }

  @Test(arguments: [
    #"{"convId":"c"}"#, #"{"convId":"c","participants":[]}"#,
    #"{"convId":"c","participants":[1,"u"]}"#,
    #"{"convId":"c","topic":"a\ud800","description":null,"creationTime":1.5,"new":{"a":[1, 2]}}"#,
    #"{"convId":"c\u0000","t\u006fpic":"x","x":1,"x":2,"type":7,"creationTime":-3,"a\"b":"\u001b"}"#,
  ])
  func recordsComeBackAsTheSameJSON(line: String) throws {
    let conversation: Conversation = try #require(try decode(line))
    var output: [UInt8] = []
    try conversation.append(to: &output)
    #expect(try JSONValue(output) == JSONValue(line))
    #expect(try decode(String(decoding: output, as: UTF8.self)) == conversation)
  }

  private func decode<Record: ArchiveRecord>(_ line: String) throws -> Record? {
    try Array(line.utf8).withUnsafeBytes { try RecordDecoder<Record>().decode(line: $0) }
  }
}
