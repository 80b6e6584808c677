import TestSupport
import Testing

@testable import Sandbox

/// Reading and changing JSON where it lies.
@Suite struct JSONObjectTests {
  private func object(_ text: String) -> JSONObject? { JSONObject(Array(text.utf8)) }

  private func changed(_ text: String, _ changes: JSONObject.Changes) -> String? {
    object(text).map { String(decoding: $0.changed(changes), as: UTF8.self) }
  }

  @Test func valuesAreFound() throws {
    let it = try #require(
      object(
        " { \"a\" : \"x\\n\\\"\\u00e9\\ud83d\\udc4d\\ud83d\", \"b\":1.5e3,\"c\":[\"p\",{\"q\":\"]\"}],\"d\":{} } "
      )
    )
    #expect(it.string("a") == "x\n\"é👍\u{FFFD}")
    #expect(it.integer("b") == 1_500)
    #expect(it.list("c").count == 2 && it.strings("c") == ["p"])
    #expect(it.object("d")?.members.isEmpty == true)
    #expect(it.string("b") == nil && it.object("a") == nil && it.value("e") == nil)
  }

  @Test(
    arguments: [
      ("7", 7), ("7.9", 7), ("\"7\"", 7), ("1795194000000", 1_795_194_000_000), ("0", 0),
      ("99999999999999999999", nil), ("1e300", nil), ("-1", nil), ("null", nil), ("\"\"", nil),
      ("true", nil), ("253402300800000", nil),
    ] as [(String, Int?)]
  )
  func timesAreRead(text: String, expected: Int?) {
    #expect(object("{\"t\":\(text)}")?.integer("t") == expected)
  }

  @Test(arguments: [
    "", "42", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{\"a\":1} x",
    "{\"a\" \"b\"}",
    "{\"a\":\"b}", "{\"a\":[1}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":\"\\",
  ])
  func whatIsNoObjectIsRefused(text: String) { #expect(object(text) == nil) }

  @Test func changesLeaveTheRestAsItWas() {
    let text = "{\"a\": 1.50 ,\"b\":\"x\",\"c\" : {\"z\":[ 1 ]}}"
    #expect(changed(text, []) == "{\"a\": 1.50,\"b\":\"x\",\"c\" : {\"z\":[ 1 ]}}")
    #expect(changed(text, [("b", nil)]) == "{\"a\": 1.50,\"c\" : {\"z\":[ 1 ]}}")
    #expect(
      changed(text, [("b", [0x32]), ("d", [0x33])])
        == "{\"a\": 1.50,\"b\":2,\"c\" : {\"z\":[ 1 ]},\"d\":3}"
    )
    #expect(changed("{}", [("a", [0x31]), ("b", nil)]) == "{\"a\":1}")
    #expect(changed("{\"a\":1,\"a\":2}", [("a", [0x33])]) == "{\"a\":3}")
  }

  /// Cut and bent text is refused or read, never a crash.
  @Test func hostileBytesAreBorne() {
    var generator = SeededGenerator(seed: 11)
    let signs = Array("{}[]\",:\\u0 1ae".utf8)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in generator.pick(signs) }
      guard let it = JSONObject([UInt8(ascii: "{")] + bytes) else { continue }
      for member in it.members { _ = JSONScanner.string(it.bytes, member.value) }
      #expect(JSONObject(it.changed([])) != nil)
    }
  }
}
