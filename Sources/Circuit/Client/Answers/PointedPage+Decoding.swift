extension PointedPage where Record == Conversation {
  /// Reads a ConversationsPage.
  ///
  /// - Parameters:
  ///   - body: The body of the answer, a JSON object.
  ///   - reading: What a conversation that is no JSON does.
  /// - Throws: `DecodingProblem` if it is no such page.
  init(
    conversations body: UnsafeRawBufferPointer,
    _ reading: AnswerReading
  ) throws(DecodingProblem) {
    self = try Envelope(body, list: "conversationList", pointer: "nextPagePointer").page(reading)
  }
}

extension PointedPage where Record == Participant {
  /// Reads a ConversationParticipantsList, also inside the array that the reference draws around it.
  ///
  /// - Parameters:
  ///   - body: The body of the answer.
  ///   - reading: What a participant that is no JSON does.
  /// - Throws: `DecodingProblem` if it is no such page.
  init(
    participants body: UnsafeRawBufferPointer,
    _ reading: AnswerReading
  ) throws(DecodingProblem) {
    let pages: [PointedPage]
    do throws(DecodingProblem) {
      pages = try RecordList(page: body, .strict) { element throws(DecodingProblem) in
        try Self.page(element, reading)
      }.records
    } catch .notAnArray {
      self = try Self.page(body, reading)
      return
    }
    self.init(
      list: RecordList(
        pages.flatMap(\.list.records),
        rejected: pages.flatMap(\.list.rejected)
      ),
      nextPointer: pages.last?.nextPointer,
      hasMore: pages.last?.hasMore ?? false
    )
  }

  private static func page(
    _ body: UnsafeRawBufferPointer,
    _ reading: AnswerReading
  ) throws(DecodingProblem) -> PointedPage {
    try Envelope(body, list: "participantList", pointer: "searchPointer").page(reading)
  }
}
