import Foundation
import Testing

@testable import Output

@Suite struct JSONWriterTests {
  @Test func everyStringReadsBackAsItself() throws {
    var json = JSONWriter()
    let texts = Hostile.texts + Hostile.random(count: 3000)
    json.array { json in for text in texts { json.value(text) } }
    let read = try #require(JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
    #expect(read.count == texts.count)
    for (back, text) in zip(read, texts) {
      #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test func nothingDangerousStandsInTheBytes() {
    var json = JSONWriter()
    json.array { json in for text in Hostile.texts { json.value(text) } }
    #expect(!json.text.unicodeScalars.contains(where: Hostile.isDangerous))
  }

  @Test func membersKeepTheirOrder() {
    var json = JSONWriter()
    json.object { json in
      json.member("z", 1)
      json.member("a", "x")
      json.member("m", nil as String?)
      json.object("o") { $0.member("n", true) }
      json.array("l") { json in
        json.value(-1.5)
        json.value(Double.nan)
        json.array { _ in }
        json.object { _ in }
      }
    }
    #expect(json.text == #"{"z":1,"a":"x","m":null,"o":{"n":true},"l":[-1.5,null,[],{}]}"#)
  }

  @Test func prettyBreaksEveryContainer() {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.array("rows") { json in
        json.array { $0.value(1) }
        json.array { _ in }
      }
    }
    #expect(
      json.text == """
        {
          "rows": [
            [
              1
            ],
            []
          ]
        }
        """
    )
  }

  @Test func depthKeepsRowsOnTheirLine() {
    var json = JSONWriter(.indented(depth: 2))
    json.object { json in
      json.member("v", 1)
      json.array("rows") { json in
        for row in 1...2 {
          json.array { json in
            json.value(row)
            json.value("x")
          }
        }
      }
    }
    #expect(
      json.text == """
        {
          "v": 1,
          "rows": [
            [1, "x"],
            [2, "x"]
          ]
        }
        """
    )
  }

  @Test func numbersReadBackExactly() throws {
    let numbers: [Double] = [0.1, 1e300, -2.5e-7, 123_456_789.125, 5]
    var json = JSONWriter()
    json.array { json in
      for number in numbers { json.value(number) }
      json.value(Int64.max)
      json.value(Int64.min)
    }
    let text = json.text
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(json.bytes)) as? [NSNumber],
      "\(text)"
    )
    #expect(read.prefix(numbers.count).map(\.doubleValue) == numbers)
    #expect(read.suffix(2).map(\.int64Value) == [.max, .min])
  }
}
