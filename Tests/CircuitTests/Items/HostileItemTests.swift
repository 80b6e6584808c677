import Circuit
import TestSupport
import Testing

@Suite struct HostileItemTests {
  @Test func brokenUTF8IsMendedAndSaid() {
    let batch = ItemBatch()
    batch.decode(
      Array(#"{"itemId":"i","text":{"content":"a"#.utf8) + [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80]
        + Array(#"z"}}"#.utf8)
    )
    #expect(batch[0].content.string == "a\u{FFFD}\u{FFFD}(\u{FFFD}z")
    #expect(batch[0].wasRepaired)
  }

  @Test func rawControlCharactersAreKept() {
    let batch = ItemBatch()
    batch.decode(
      Array("{\"itemId\":\"i\",\"text\":{\"content\":\"a\u{1}\tb\\n\\\t\"},\t\"x\":\"\u{2}\"}".utf8)
    )
    #expect(batch[0].content.string == "a\u{1}\tb\n\\\t")
    #expect(batch[0].remainder.string == #"{"x":"\u0002"}"#)
    #expect(batch[0].wasRepaired)
  }

  @Test(arguments: [
    #"\ud800"#, #"\udc00"#, #"\ud800\ud800"#, #"\uDBFFx"#, #"\ud800\n"#, #"\ud83d\u0041"#,
  ])
  func loneSurrogatesAreReplacedAndKept(escape: String) throws {
    let batch = ItemBatch()
    let source = "{\"itemId\":\"i\",\"text\":{\"content\":\"a\(escape)\"}}"
    batch.decode(source)
    #expect(batch[0].content.string == (try JSONValue(source))["text"]?["content"]?.text)
    #expect(batch[0].content.string?.contains("\u{FFFD}") == true)
    #expect(batch[0].remainder.string == "{\"text\":{\"content\":\"a\(escape)\"}}")
  }

  @Test func nulsAreKept() {
    let batch = ItemBatch()
    batch.decode(#"{"itemId":"i","text":{"content":"a\u0000b"}}"#)
    #expect(Array(batch[0].content.bytes) == [0x61, 0, 0x62])
    #expect(!batch[0].remainder.isPresent)
  }

  @Test(arguments: [1 << 20, (1 << 20) + 1, 9 << 20])
  func longMessagesAreKept(byteCount: Int) {
    let batch = ItemBatch()
    let content = String(repeating: "x", count: byteCount - 2) + "é"
    for _ in 0..<2 {
      batch.reset()
      batch.decode("{\"itemId\":\"i\",\"text\":{\"content\":\"\(content)\"}}")
      batch.decode(#"{"itemId":"j"}"#)
      #expect(batch[0].content.count == byteCount)
      #expect(batch[0].content.string == content)
      #expect(batch[1].itemId.string == "j")
    }
  }

  @Test(arguments: [
    (1, true), (1000, true), (DecodingProblem.maximalDepth - 1, true),
    (DecodingProblem.maximalDepth, false), (100_000, false),
  ])
  func nestingHasALimit(depth: Int, isTaken: Bool) {
    let batch = ItemBatch()
    for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
      batch.reset()
      let nested =
        String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
      batch.decode("{\"itemId\":\"i\",\"x\":\(nested)}")
      #expect(batch.count == (isTaken ? 1 : 0))
      #expect(batch.rejected.map(\.problem) == (isTaken ? [] : [.tooDeep]))
    }
  }

  @Test(arguments: [
    #"{"itemId":"i"}x"#, #"{"itemId":"i"} {"itemId":"j"}"#, #"{"itemId":"i"}}"#, #"{"itemId":"i","#,
    #"{"itemId":"i"#, #"{"itemId":"i","x":[1,2}"#, #"{"itemId":"i","x":[1 2]}"#,
    #"{"itemId":"i" "x":1}"#,
    #"{"itemId":"i","x":12ab}"#, #"{"itemId":"i","x":01}"#, #"{"itemId":"i","x":tru}"#,
    #"{"itemId":"i","x":truex}"#, #"{"itemId":"i","x":"\q"}"#, #"{"itemId":"i","x":"\u12"}"#,
    #"{"itemId":"i","x":}"#, #"{"itemId":"i",}"#, #"{"itemId":"i","x"}"#, #"{"itemId":"i",1:2}"#,
    #"{"itemId":"\x"}"#, #"{itemId:"i"}"#, #"{"itemId":"i","text":{"content":"x"]}"#, "{",
    "nonsense",
    "]", #"{"itemId":"i","creationTime":1 2}"#, #"{"itemId":"i","creationTime":-}"#, "\u{FFFD}",
    #"{"itemId":"i","text":{"likedUserIds":["a" "b"]}}"#, #"{"itemId":"i","creationTime":12abc}"#,
    #"{"itemId":"i","itemId":"j","x":[1 2]}"#,
  ])
  func whatIsNotJSONIsRefused(line: String) {
    let batch = ItemBatch()
    batch.decode(#"{"itemId":"before","text":{"likedUserIds":["u"]}}"#)
    batch.decode(line, number: 9)
    batch.decode(#"{"itemId":"after","text":{"likedUserIds":["v"]}}"#)
    #expect((0..<batch.count).map { batch[$0].itemId.string } == ["before", "after"])
    #expect(batch.likedUserIds(of: batch[1]).map(\.string) == ["v"])
    guard case .notJSON(let detail)? = batch.rejected.first?.problem else {
      Issue.record("\(batch.rejected)")
      return
    }
    #expect(!detail.isEmpty && !detail.contains("itemId"))
    #expect(batch.rejected.map(\.line) == [9])
  }

  @Test(arguments: ["[]", #"["itemId"]"#, "1", "-1.5e3", "null", "true", #""itemId""#, " [1, {}] "])
  func jsonOfAnotherKindIsRefused(line: String) {
    let batch = ItemBatch()
    batch.decode(line)
    #expect(batch.rejected.map(\.problem) == [.notAnObject])
  }

  @Test(arguments: [
    "{}", #"{"itemId":""}"#, #"{"itemId":null}"#, #"{"itemId":7}"#, #"{"itemid":"i"}"#,
    #"{"convId":"c","text":{"itemId":"i","likedUserIds":["u"]}}"#, #"{"itemId":"i","itemId":null}"#,
  ])
  func anItemNeedsItsIdentifier(line: String) {
    let batch = ItemBatch()
    batch.decode(line)
    #expect(batch.count == 0)
    #expect(batch.rejected.map(\.problem) == [.missingIdentifier("itemId")])
  }

  @Test(arguments: ["", " ", "\r", "\t \r\n", "\u{FEFF}"])
  func blankLinesArePassedOver(line: String) {
    let batch = ItemBatch()
    batch.decode(line)
    #expect(batch.count == 0 && batch.rejected.isEmpty)
  }

  @Test(arguments: [
    "\u{FEFF}{\"itemId\":\"i\"}", "{\"itemId\":\"i\"}\r", " \t{\"itemId\" : \"i\"} \r\n",
  ])
  func marksAndSpaceAroundALineDoNotMatter(line: String) {
    let batch = ItemBatch()
    batch.decode(line)
    #expect(batch[0].itemId.string == "i" && !batch[0].wasRepaired)
  }

  @Test(arguments: 0..<6)
  func mutatedLinesNeverBreakAnything(seed: Int) {
    var odd = OddItems(seed: UInt64(seed))
    let batch = ItemBatch()
    for _ in 0..<100 {
      var line = Array(odd.item().utf8)
      for _ in 0..<Int.random(in: 1..<4, using: &odd.random) {
        let index = Int.random(in: 0..<line.count, using: &odd.random)
        line[index] = odd.random.pick([
          UInt8.random(in: 0...255, using: &odd.random), 0x22, 0x5C, 0x7B, 0x2C,
        ])
      }
      if odd.random.oneIn(4) { line.removeLast(Int.random(in: 0..<line.count, using: &odd.random)) }
      batch.reset()
      batch.decode(line)
      for index in 0..<batch.count {
        let item = batch[index]
        for span in [item.content, item.subject, item.remainder, item.itemId, item.type] {
          #expect(String(validating: span.bytes, as: UTF8.self) != nil)
        }
        #expect(throws: Never.self) { try JSONValue(batch.encoded(index)) }
      }
    }
  }

  @Test(arguments: [
    (DecodingProblem.notJSON("why"), "not JSON: why"), (.notAnObject, "not a JSON object"),
    (.notAnArray, "not a JSON array"),
    (.missingIdentifier("itemId"), "no 'itemId', which identifies it"),
    (.tooDeep, "nested deeper than 1024 levels"), (.tooLong, "longer than 64 MB"),
  ])
  func problemsSayWhatIsWrong(problem: DecodingProblem, text: String) {
    #expect(problem.description == text)
  }
}
