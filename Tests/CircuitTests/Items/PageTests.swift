import Circuit
import Testing

@Suite struct PageTests {
  @Test func elementsStandByThemselves() {
    let batch = decode(
      """
      \u{FEFF} [ {"itemId":"a","x":"],{\\""}, 5, {"itemId":""}, {"itemId":"b","x":[1 2]},
        {"itemId":"c","text":{"content":"[,]"}} , {"itemId":"d"}\r\n]\n
      """
    )
    #expect((0..<batch.count).map { batch[$0].itemId.string } == ["a", "c", "d"])
    #expect((0..<batch.count).map { batch[$0].line } == [1, 5, 6])
    #expect(batch.rejected.map(\.line) == [2, 3, 4])
    #expect(
      batch.rejected.prefix(2).map(\.problem) == [.notAnObject, .missingIdentifier("itemId")]
    )
  }

  @Test func brokenUTF8InOneElementIsThatElementsAffair() {
    let page =
      Array(#"[{"itemId":"a"},{"itemId":"b"#.utf8) + [0xFF] + Array(#""},{"itemId":"c"}]"#.utf8)
    let batch = ItemBatch()
    page.withUnsafeBytes { batch.decode(page: $0) }
    #expect((0..<batch.count).map { batch[$0].itemId.string } == ["a", "b\u{FFFD}", "c"])
    #expect((0..<batch.count).map { batch[$0].wasRepaired } == [false, true, false])
  }

  @Test(arguments: ["[]", " [ ] ", "\u{FEFF}[\n]"])
  func anEmptyPageIsEmpty(page: String) {
    let batch = decode(page)
    #expect(batch.count == 0 && batch.rejected.isEmpty)
  }

  @Test(arguments: ["", " ", "{}", #"{"itemId":"a"}"#, "null", "5", "]", "\"[]\""])
  func whatIsNoArrayIsOneProblem(page: String) {
    let batch = decode(page)
    #expect(batch.rejected.map(\.problem) == [.notAnArray])
    #expect(batch.rejected.map(\.line) == [0])
  }

  @Test(arguments: [
    ##"[{"itemId":"a"}"##, ##"[{"itemId":"a"},"##, ##"[{"itemId":"a"},{"itemId":"b"##,
    ##"[{"itemId":"a"},{"itemId":"b","x":"\"##, ##"[{"itemId":"a"},]"##, ##"[{"itemId":"a"},,"##,
    ##"[{"itemId":"a"}]x"##, ##"[{"itemId":"a"}}"##, ##"[{"itemId":"a"}][]"##,
  ])
  func aCutOffPageKeepsWhatItHas(page: String) {
    let batch = decode(page)
    #expect(batch.count >= 1 || page.hasSuffix("}}"))
    #expect(!batch.rejected.isEmpty)
  }

  private func decode(_ page: String) -> ItemBatch {
    let batch = ItemBatch()
    Array(page.utf8).withUnsafeBytes { batch.decode(page: $0) }
    return batch
  }
}
