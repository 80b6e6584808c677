import Testing

@testable import Output

@Suite struct MeasureTests {
  @Test(
    arguments: [
      (0, "0 ms"), (850, "850 ms"), (999.6, "1 s"), (3_400, "3.4 s"), (12_300, "12 s"),
      (59_600, "1 min"), (276_000, "4 min 36 s"), (3_599_400, "59 min 59 s"), (3_599_600, "1 h"),
      (7_980_000, "2 h 13 min"), (86_400_000, "1 d"), (97_200_000, "1 d 3 h"), (-60_000, "-1 min"),
      (31_536_000_000, "365 d"), (.nan, ""), (.infinity, ""),
    ] as [(Double, String)]
  )
  func durationsHaveTheirTwoLargestUnits(milliseconds: Double, text: String) {
    #expect(Measure.duration.text(of: milliseconds) == text)
  }

  @Test(
    arguments: [
      (0, "0 B"), (999, "999 B"), (1000, "1 kB"), (3_400_000, "3.4 MB"), (99_950, "100 kB"),
      (999_600, "1 MB"), (457_736_192, "458 MB"), (-1500, "-1.5 kB"), (2.5e17, "250 PB"),
    ] as [(Double, String)]
  )
  func sizesHaveOneUnit(bytes: Double, text: String) {
    #expect(Measure.size.text(of: bytes) == text)
  }

  @Test(
    arguments: [
      (0, "0 %"), (0.125, "12.5 %"), (1, "100 %"), (0.3333, "33.3 %"), (0.0004, "0.04 %"),
      (-0.032, "-3.2 %"), (12, "1200 %"), (0.9999, "100 %"),
    ] as [(Double, String)]
  )
  func sharesArePercent(part: Double, text: String) {
    #expect(Measure.share.text(of: part) == text)
  }

  @Test func peopleGetUnitsAndProgramsNumbers() throws {
    let expected: [(OutputFormat, String)] = [
      (.csv, "90000\r\n"), (.ndjson, "{\"d\":90000}\n"), (.markdown, "| 1 min 30 s |\n"),
      (.table, "1 min 30 s\n"),
    ]
    for (format, end) in expected {
      let sink = MemorySink()
      let writer = RowWriter(format, columns: [Column("d")], to: sink)
      try writer.write([.quantity(.integer(90_000), .duration)])
      try writer.finish()
      #expect(sink.text.hasSuffix(end), "\(format): \(sink.text)")
    }
  }
}
