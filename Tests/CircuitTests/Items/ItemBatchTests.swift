import Circuit
import Testing

@Suite struct ItemBatchTests {
  @Test func everyFieldIsThere() throws {
    let batch = ItemBatch()
    batch.decode(
      """
      {"itemId":"i-1","convId":"c-1","type":"TEXT","creatorId":"u-1","creationTime":1494517568512,\
      "modificationTime":1494517568513,"includeInUnreadCount":true,"text":{"content":"<b>h\\u00e9</b>",\
      "contentType":"RICH","state":"EDITED","subject":"S","parentId":"p-1","likedUserIds":["u-2","u-3"],\
      "isWebhookMessage":true,"preview":{"title": "T", "type":"URL"},"formMetaData":"{}"},\
      "attachments":[{"fileId":"f","fileName":"a.txt","mimeType":"text/plain","size":12,"url":"U",\
      "deleteUrl":"D","itemId":"i-1","creatorId":"u-1","creationTime":5,"modificationTime":6,"x":[1, 2]}]}
      """,
      number: 7
    )
    let item = batch[0]
    #expect(item.itemId.string == "i-1")
    #expect(item.convId.string == "c-1")
    #expect(item.type.string == "TEXT")
    #expect(item.kind == .text && !item.isKindInferred)
    #expect(item.creatorId.string == "u-1")
    #expect(item.creationTime == 1_494_517_568_512)
    #expect(item.modificationTime == 1_494_517_568_513)
    #expect(item.includeInUnreadCount == true)
    #expect(item.content.string == "<b>hé</b>")
    #expect(item.contentType == .rich)
    #expect(item.state == .edited)
    #expect(item.subject.string == "S")
    #expect(item.parentId.string == "p-1")
    #expect(item.isWebhookMessage == true)
    #expect(item.line == 7 && !item.wasRepaired)
    #expect(batch.likedUserIds(of: item).map(\.string) == ["u-2", "u-3"])
    #expect(
      item.remainder.string
        == #"{"text":{"preview":{"title":"T","type":"URL"},"formMetaData":"{}"}}"#
    )
    let files = batch.attachments(of: item)
    #expect(files.map(\.fileId.string) == ["f"] && files.map(\.fileName.string) == ["a.txt"])
    #expect(files.map(\.mimeType.string) == ["text/plain"] && files.map(\.size) == [12])
    #expect(files.map(\.url.string) == ["U"] && files.map(\.deleteUrl.string) == ["D"])
    #expect(files.map(\.itemId.string) == ["i-1"] && files.map(\.creatorId.string) == ["u-1"])
    #expect(files.map(\.creationTime) == [5] && files.map(\.modificationTime) == [6])
    #expect(files.map(\.remainder.string) == [#"{"x":[1,2]}"#])
  }

  @Test func whatIsMissingIsAbsent() {
    let batch = ItemBatch()
    batch.decode(#"{"itemId":"i","text":{"content":""}}"#)
    let item = batch[0]
    #expect(item.content.isPresent && item.content.isEmpty && item.content.string == "")
    #expect(!item.subject.isPresent && item.subject.string == nil)
    #expect(item.creationTime == nil && item.includeInUnreadCount == nil)
    #expect(item.isWebhookMessage == nil && item.contentType == .absent && item.state == .absent)
    #expect(item.likeCount == 0 && item.attachmentCount == 0)
    #expect(!item.remainder.isPresent)
  }

  @Test(arguments: [
    (#""type":"TEXT""#, Item.Kind.text, false), (#""type":"SYSTEM""#, .system, false),
    (#""type":"RTC""#, .rtc, false), (#""type":"POLL","text":{}"#, .other, false),
    (#""type":"T\u0045XT""#, .text, false), (#""text":{"content":"x"}"#, .text, true),
    (#""text":{}"#, .text, true), (#""system":{"type":"X"}"#, .system, true),
    (#""rtc":{}"#, .rtc, true), (#""type":null,"rtc":{}"#, .rtc, true), (#""x":1"#, .other, true),
  ])
  func kindIsTheTypeOrWhatTheItemHas(member: String, kind: Item.Kind, isInferred: Bool) {
    let batch = ItemBatch()
    batch.decode("{\"itemId\":\"i\",\(member)}")
    #expect(batch[0].kind == kind)
    #expect(batch[0].isKindInferred == isInferred)
  }

  @Test(arguments: [
    ("1500000000000", 1_500_000_000_000), ("1.5e12", 1_500_000_000_000),
    ("1500000000000.0", 1_500_000_000_000), ("-5", -5), ("0", 0), ("-0", 0), ("-0.0", 0),
    ("9223372036854775807", Int64.max),
  ])
  func wholeNumbersAreTimes(number: String, time: Int64) {
    let batch = ItemBatch()
    batch.decode("{\"itemId\":\"i\",\"creationTime\":\(number)}")
    #expect(batch[0].creationTime == time)
    #expect(!batch[0].remainder.isPresent)
  }

  @Test(arguments: [
    "1.5", "1e300", "99999999999999999999", "\"1500000000000\"", "null", "true", "[]", "{}",
    "-9223372036854775808", "9223372036854775808", "9007199254740993.0", "1e400",
  ])
  func otherValuesOfATimeGoToTheRemainder(value: String) {
    let batch = ItemBatch()
    batch.decode("{\"itemId\":\"i\",\"creationTime\":\(value)}")
    #expect(batch[0].creationTime == nil)
    #expect(batch[0].remainder.string == "{\"creationTime\":\(value)}")
  }

  @Test func theLastOfSeveralMembersCounts() throws {
    let batch = ItemBatch()
    batch.decode(
      #"{"itemId":"a","text":{"content":"x","subject":"s"},"itemId":"b","x":1,"x":2,"text":{"content":null,"#
        + #""content":"y"}}"#
    )
    #expect(batch[0].itemId.string == "b")
    #expect(batch[0].content.string == "y")
    #expect(!batch[0].subject.isPresent)
    #expect(batch[0].remainder.string == #"{"x":2}"#)
  }

  @Test func aResetBatchStartsAnew() {
    let batch = ItemBatch()
    for round in 0..<3 {
      batch.reset()
      #expect(batch.count == 0 && batch.rejected.isEmpty)
      for number in 0..<500 { batch.decode("{\"itemId\":\"\(round)-\(number)\"}", number: number) }
      batch.decode("nothing")
      #expect(
        (0..<batch.count).map { batch[$0].itemId.string } == (0..<500).map { "\(round)-\($0)" }
      )
      #expect(batch.rejected.count == 1)
    }
  }

  @Test func anItemMadeByHandIsWritten() throws {
    let id = Array("i".utf8)
    let rest = Array(#"{"rtc":{"type":"ENDED"}}"#.utf8)
    let output = try id.withUnsafeBufferPointer { id in
      try rest.withUnsafeBufferPointer { rest in
        var item = Item(itemId: ByteSpan(id), kind: .rtc)
        item.modificationTime = 5
        item.remainder = ByteSpan(rest)
        var output = Array("> ".utf8)
        try ItemEncoder.append(item, likedUserIds: [], attachments: [], to: &output)
        return output
      }
    }
    #expect(
      String(decoding: output, as: UTF8.self)
        == #"> {"itemId":"i","type":"RTC","modificationTime":5,"rtc":{"type":"ENDED"}}"#
    )
  }

  @Test(arguments: [
    "", "[]", "{", "{}x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "null", "{\"a\":\"b}",
  ])
  func aBrokenRemainderIsAnError(remainder: String) {
    let bytes = Array(remainder.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var item = Item(itemId: .absent, kind: .text)
      item.remainder = ByteSpan(bytes)
      var output: [UInt8] = []
      #expect(throws: EncodingProblem.malformedRemainder) {
        try ItemEncoder.append(item, likedUserIds: [], attachments: [], to: &output)
      }
    }
  }
}
