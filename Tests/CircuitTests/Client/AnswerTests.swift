import Testing

@testable import Circuit

@Suite struct AnswerTests {
  @Test func conversationsAreReadTolerantly() throws {
    let list = try read(
      .conversations(),
      """
      [{"convId":"a","type":"NEW","creationTime":1.5e12,"modificationTime":null,"participants":null,"x":{}},
       {"type":"GROUP"}, null, {"convId":""}, {"convId":"b","topic":5}]
      """
    )
    #expect(list.map(\.convId) == ["a", "b"])
    #expect(list[0].type == "NEW" && list[0].creationTime == 1_500_000_000_000)
    #expect(list[1].topic == nil && list[1].remainder == #"{"topic":5}"#)
    #expect(list.rejected.map(\.place) == [2, 3, 4])
    #expect(list.rejected.first?.problem == .missingIdentifier("convId"))
    #expect(list.rejected.first?.bytes == Array(#"{"type":"GROUP"}"#.utf8))
  }

  @Test func itemsComeWithWhatWasRefused() throws {
    let page = try read(
      .conversationItems(of: "c", modTime: 0),
      #"[{"itemId":"a"},{"convId":"c"},{"itemId":"b","modificationTime":5.0},7]"#
    )
    #expect((0..<page.items.count).map { page.items[$0].itemId.string } == ["a", "b"])
    #expect(page.items[1].modificationTime == 5)
    #expect(page.rejected.map(\.place) == [2, 4])
    #expect(page.rejected[0].bytes == Array(#"{"convId":"c"}"#.utf8))
    #expect(page.elementCount == 4)
  }

  @Test func oneItemIsAPageOfOne() throws {
    let page = try read(.item("a"), " {\"itemId\":\"a\",\n \"text\":{\"content\":\"x\"}}\n")
    #expect(page.items.count == 1 && page.items[0].content.string == "x")
    #expect(try read(.item("a"), #"{"x":1}"#).rejected.count == 1)
    #expect(throws: DecodingProblem.notAnObject) { try read(.item("a"), " ") }
  }

  @Test func flaggedItemsAreReferences() throws {
    let list = try read(
      .flaggedItems(),
      #"[{"itemId":"a","convId":"c","text":{"content":"x"}},{"itemId":"b"},{}]"#
    )
    #expect(
      list.records == [
        ItemReference(itemId: "a", convId: "c"), ItemReference(itemId: "b", convId: nil),
      ]
    )
    #expect(list.rejected.count == 1)
  }

  @Test func favoritesAreTexts() throws {
    let list = try read(.favorites(), #"["a","b\u00e9","",null,{"convId":"x"},"}","]"]"#)
    #expect(list.records == ["a", "bé", "}", "]"])
    #expect(list.rejected.map(\.place) == [3, 4, 5])
    #expect(try read(.favorites(), "[]").isEmpty)
  }

  @Test func labelsAndPinsAreRead() throws {
    #expect(
      try read(.labels(), #"[{"labelId":"l","value":"v","new":1},{"labelId":"m"}]"#).records == [
        Label(labelId: "l", value: "v", remainder: #"{"new":1}"#), Label(labelId: "m"),
      ]
    )
    #expect(
      try read(
        .pins(in: "c"),
        #"[{"conversationId":"c","conversationItemId":"i","pinnedTime":5e3}]"#
      ).records == [PinRecord(convId: "c", itemId: "i", pinnedTime: 5000)]
    )
  }

  @Test(arguments: [
    (#"{"participantList":[{"userId":"u"}],"hasMore":true,"searchPointer":"p"}"#, true, "p"),
    (#"[{"participantList":[{"userId":"u"}],"hasMore":true,"searchPointer":"p"}]"#, true, "p"),
    (#"{"participantList":[{"userId":"u"}],"hasMore":false,"searchPointer":"p"}"#, false, "p"),
    (#"{"participantList":[{"userId":"u"}],"searchPointer":"p"}"#, true, "p"),
    (#"{"participantList":[{"userId":"u"}],"searchPointer":""}"#, false, nil),
    (#"{"searchPointer":null,"participantList":[{"userId":"u"}],"hasMore":"x"}"#, false, nil),
    (#"{"hasMore":true,"participantList":[{"userId":"u"}]}"#, true, nil as String?),
  ])
  func participantsArePages(body: String, hasMore: Bool, pointer: String?) throws {
    let page = try read(.participants(of: "c"), body)
    #expect(page.list.records == [Participant(userId: "u")])
    #expect(page.hasMore == hasMore && page.nextPointer == pointer)
  }

  @Test(arguments: ["{}", "[]", #"{"participantList":null}"#, #"{"participantList":[]}"#])
  func noParticipantsAreNone(body: String) throws {
    let page = try read(.participants(of: "c"), body)
    #expect(page.list.isEmpty && !page.hasMore && page.nextPointer == nil)
  }

  @Test func conversationsWithALabelArePages() throws {
    let page = try read(
      .conversations(labelled: "l"),
      #"{"conversationList":[{"convId":"c"},{}],"hasMore":true,"nextPagePointer":"a\"b"}"#
    )
    #expect(page.list.map(\.convId) == ["c"] && page.list.rejected.count == 1)
    #expect(page.hasMore && page.nextPointer == "a\"b")
  }

  @Test func matchesAreRead() throws {
    let list = try read(
      .search("x"),
      #"{"matchingConversations":[{"convId":"c","itemIds":["i","j"]},{"convId":"d"},{"convId":"e","itemIds":null}]}"#
    )
    #expect(list.map(\.convId) == ["c", "d", "e"])
    #expect(list.map(\.itemIds) == [["i", "j"], [], []])
  }

  @Test func peopleAreRead() throws {
    #expect(try read(.profile(), #"{"userId":"u"}"#) == User(userId: "u"))
    #expect(try read(.users(named: []), #"[{"userId":"u"},5]"#).map(\.userId) == ["u"])
    #expect(throws: DecodingProblem.missingIdentifier("userId")) {
      try read(.profile(), #"{"displayName":"x"}"#)
    }
  }

  /// What is no whole answer is none, in every operation: a page that was cut off must not pass as a short one.
  @Test(arguments: ["", " ", "<html>", "null", "5", "\"x\"", "[", "[{", "{", #"[{"itemId":"a"}"#])
  func garbageIsNoAnswer(body: String) {
    #expect(throws: DecodingProblem.self) { try read(.conversations(), body) }
    #expect(throws: DecodingProblem.self) {
      try read(.conversationItems(of: "c", modTime: 0), body)
    }
    #expect(throws: DecodingProblem.self) { try read(.item("i"), body) }
    #expect(throws: DecodingProblem.self) { try read(.flaggedItems(), body) }
    #expect(throws: DecodingProblem.self) { try read(.favorites(), body) }
    #expect(throws: DecodingProblem.self) { try read(.pins(in: "c"), body) }
    #expect(throws: DecodingProblem.self) { try read(.participants(of: "c"), body) }
    #expect(throws: DecodingProblem.self) { try read(.conversations(labelled: "l"), body) }
    #expect(throws: DecodingProblem.self) { try read(.search("x"), body) }
    #expect(throws: DecodingProblem.self) { try read(.conversation("c"), body) }
    #expect(throws: DecodingProblem.self) { try read(.profile(), body) }
    #expect(throws: DecodingProblem.self) { try read(.users(named: []), body) }
    #expect(throws: DecodingProblem.self) { try read(.labels(), body) }
  }

  @Test func aListInsideAnEnvelopeMayNotBeCutOffEither() {
    #expect(throws: DecodingProblem.self) {
      try read(.participants(of: "c"), #"{"participantList":{"userId":"u"}}"#)
    }
    #expect(throws: DecodingProblem.self) {
      try read(.participants(of: "c"), #"{"participantList":[{"userId":"u"}"#)
    }
  }

  @Test func anElementThatIsNoJSONCondemnsAStrictAnswerOnly() throws {
    let body = #"[{"itemId":"a"},{"itemId":b},{"itemId":"c"}]"#
    #expect(throws: DecodingProblem.self) {
      try read(.conversationItems(of: "c", modTime: 0), body)
    }
    let page = try read(.conversationItems(of: "c", modTime: 0), body, .lenient)
    #expect(page.items.count == 2 && page.rejected.map(\.place) == [2])
    #expect(throws: DecodingProblem.self) { try read(.flaggedItems(), body) }
    #expect(try read(.flaggedItems(), body, .lenient).count == 2)
  }

  private func read<Answer>(
    _ request: APIRequest<Answer>,
    _ body: String,
    _ reading: AnswerReading = .strict
  ) throws(DecodingProblem) -> Answer {
    try Array(body.utf8).withUnsafeBufferPointer { bytes throws(DecodingProblem) in
      try request.decode(UnsafeRawBufferPointer(bytes), reading)
    }
  }
}
