import Chronology

extension ISOWeek {
  /// Reads `2018-W12`; the `W` may be small.
  ///
  /// - Parameter text: A year of four digits, `-W`, and a week of two.
  /// - Throws: `PeriodError` for any other form, and for a week or year that there is not.
  init(_ text: String) throws(PeriodError) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] | 0x20 == UInt8(ascii: "w"),
      let year = decimal(bytes[0..<4]), let week = decimal(bytes[6..<8])
    else { throw .malformedWeek(text) }
    guard Self.reportYears.contains(year) else {
      throw .yearOutOfRange(text, allowed: Self.reportYears)
    }
    guard let result = ISOWeek(year: year, number: week) else {
      throw .noSuchWeek(text, year: year, lastWeek: Self.count(in: year))
    }
    self = result
  }

  /// The years that a report may be asked for: no item has a time before them.
  private static let reportYears = 1970...years.upperBound
}

/// The number that ASCII digits spell, or nil where a byte is none.
private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  var result = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    result = result * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return result
}
