extension BinaryInteger {
  /// Quotient and remainder with the remainder never negative, so that times before 1970 count
  /// alike; the divisor is positive.
  @inlinable
  package func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension Int {
  /// This number, which is not negative, with zeros before it up to so many digits.
  package func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }

  /// This year in at least four digits, with a sign where ISO 8601 has one.
  var paddedYear: String {
    let sign = self < 0 ? "-" : self > 9999 ? "+" : ""
    return sign + abs(self).padded(4)
  }
}
