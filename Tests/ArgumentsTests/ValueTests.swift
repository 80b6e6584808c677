import Arguments
import Testing

@Suite struct ValueTests {
  @Test(
    arguments: [
      ("90s", 90_000), ("15m", 900_000), ("12h", 43_200_000), ("14d", 1_209_600_000),
      ("2w", 1_209_600_000), ("250ms", 250), ("1h30m", 5_400_000), ("0s", 0), ("1d1d", 172_800_000),
    ] as [(String, Int64)]
  )
  func lengthsOfTimeAreRead(text: String, milliseconds: Int64) throws {
    #expect(try TimeSpan(argument: text).milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "d", "14", "14 d", "-1d", "1.5h", "14D", "2y", "1d2", "١d", "99999999999999999999d",
    "9223372036854775807d", "9223372036854775807ms1ms",
  ])
  func otherTextIsNoLengthOfTime(text: String) {
    #expect(throws: InvalidValue.self) { try TimeSpan(argument: text) }
  }

  @Test(arguments: ["2w", "15d", "1h", "90m", "90s", "1500ms", "0s"])
  func lengthIsWrittenInItsLargestExactUnit(text: String) throws {
    #expect(try TimeSpan(argument: text).argumentText == text)
  }

  @Test func lengthsCompareByTime() throws {
    #expect(try TimeSpan(argument: "36h") < TimeSpan(argument: "2d"))
    #expect(try TimeSpan(argument: "48h") == TimeSpan(argument: "2d"))
  }

  @Test func dashIsAStandardStream() throws {
    #expect(try FileArgument(argument: "-").isStandardStream)
    #expect(try !FileArgument(argument: "./-").isStandardStream)
    #expect(throws: InvalidValue.self) { try FileArgument(argument: "a\0b") }
  }

  @Test(
    arguments: [
      ("--limt", "--limit"), ("--ilmit", "--limit"), ("--LIMIT", "--limit"),
      ("--limitt", "--limit"),
      ("--formt", "--from"), ("--db", "--db"), ("--bd", "--db"), ("--xyz", nil), ("", nil),
      ("--l", nil),
    ] as [(String, String?)]
  )
  func nearestNameIsNearButNotFarFetched(word: String, expected: String?) {
    #expect(nearestName(to: word, among: ["--limit", "--from", "--db"]) == expected)
  }

  @Test func pastedPageIsNoName() {
    let page = String(repeating: "limit ", count: 10_000)
    #expect(nearestName(to: page, among: [page]) == nil)
  }
}
