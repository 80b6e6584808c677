import Testing

@testable import trawl

@Suite struct FiguresTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (22_445, "22,445"), (1_234_567, "1,234,567"),
    (-1000, "-1,000"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func digitsAreGrouped(number: Int, text: String) {
    #expect(Figures.grouped(number) == text)
  }

  @Test(arguments: [
    (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (34_149_000, "34.1 MB"),
    (999_950, "1.0 MB"),
    (Int.max, "9.2 EB"),
  ])
  func sizesAreInTheLargestUnit(bytes: Int, text: String) {
    #expect(Figures.size(bytes) == text)
  }

  @Test(arguments: [
    (0, "0.0 s"), (449, "0.4 s"), (59_949, "59.9 s"), (65_000, "1 min 5 s"),
    (11_520_000, "3 h 12 min"),
  ])
  func durationsAreShort(milliseconds: Int64, text: String) {
    #expect(Figures.duration(milliseconds) == text)
  }

  @Test func countsAgreeWithTheirNoun() {
    #expect(Figures.counted(1, "person", "people") == "1 person")
    #expect(Figures.counted(0, "person", "people") == "0 people")
    #expect(Figures.counted(1200, "item") == "1,200 items")
    #expect(Figures.rate(3000, in: 1500) == 2000)
    #expect(Figures.rate(3000, in: 0) == 0)
  }
}
