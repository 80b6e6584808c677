import Circuit
import TestSupport
import Testing

@Suite struct LosslessnessTests {
  @Test(arguments: 0..<20)
  func anOddItemComesBackAsTheSameJSON(seed: Int) throws {
    var odd = OddItems(seed: UInt64(seed))
    let batch = ItemBatch()
    for _ in 0..<50 {
      let source = odd.item()
      batch.reset()
      batch.decode(source)
      try #require(batch.count == 1, "\(source)")
      let encoded = try batch.encoded(0)
      #expect(try JSONValue(encoded) == JSONValue(source), "\(source)")
      batch.reset()
      batch.decode(encoded)
      try #require(batch.count == 1, "\(source)")
      #expect(try batch.encoded(0) == encoded, "\(source)")
    }
  }

  @Test(arguments: 100..<110)
  func fieldsAreWhatTheSourceSays(seed: Int) throws {
    var odd = OddItems(seed: UInt64(seed))
    let batch = ItemBatch()
    for _ in 0..<50 {
      let source = odd.item()
      batch.reset()
      batch.decode(source)
      try #require(batch.count == 1)
      let item = batch[0]
      let json = try JSONValue(source)
      #expect(item.itemId.string == json["itemId"]?.text)
      #expect(item.convId.string == json["convId"]?.text)
      #expect(item.creatorId.string == json["creatorId"]?.text)
      #expect(item.type.string == json["type"]?.text)
      #expect(item.creationTime == Self.wholeNumber(json["creationTime"]))
      #expect(item.modificationTime == Self.wholeNumber(json["modificationTime"]))
      #expect(item.content.string == json["text"]?["content"]?.text)
      #expect(item.subject.string == json["text"]?["subject"]?.text)
      #expect(item.parentId.string == json["text"]?["parentId"]?.text)
      let likes = Self.elements(json["text"]?["likedUserIds"]).compactMap(\.text)
      #expect(batch.likedUserIds(of: item).map(\.string) == likes)
      let files = Self.elements(json["attachments"]).filter(Self.isObject)
      #expect(
        batch.attachments(of: item).map(\.fileName.string) == files.map { $0["fileName"]?.text }
      )
      #expect(
        batch.attachments(of: item).map(\.size) == files.map { Self.wholeNumber($0["size"]) }
      )
    }
  }

  @Test func whatTheFieldsSayNeedsNoRemainder() {
    let batch = ItemBatch()
    batch.decode(
      """
      {"itemId":"i","convId":"c","type":"TEXT","creatorId":"u","creationTime":1,"modificationTime":2,\
      "includeInUnreadCount":true,"text":{"content":"x","contentType":"RICH","state":"EDITED",\
      "subject":"s","parentId":"p","likedUserIds":["u","v"],"isWebhookMessage":false},\
      "attachments":[{"fileId":"f","fileName":"n","mimeType":"m","size":3,"url":"a","deleteUrl":"b",\
      "itemId":"i","creatorId":"u","creationTime":1,"modificationTime":2}]}
      """
    )
    #expect(!batch[0].remainder.isPresent)
    #expect(batch.attachments(of: batch[0]).allSatisfy { !$0.remainder.isPresent })
  }

  /// A whole number: as an integer, or written with a point or exponent where doubles are exact.
  private static func wholeNumber(_ value: JSONValue?) -> Int64? {
    guard case .number(let number) = value else { return nil }
    if let integer = Int64(number.text) { return integer == .min ? nil : integer }
    guard let double = Double(number.text), abs(double) < 0x1p53 else { return nil }
    return Int64(exactly: double)
  }

  private static func elements(_ value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }

  private static func isObject(_ value: JSONValue) -> Bool {
    guard case .object = value else { return false }
    return true
  }
}
