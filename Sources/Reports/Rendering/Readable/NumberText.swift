import Output

/// Numbers as people read them.
enum NumberText {
  /// A number of a measure, or a plain one with its digits grouped.
  static func text(_ number: Double, _ measure: Measure?) -> String {
    measure?.text(of: number) ?? rounded(number)
  }

  /// `5 430`, with a narrow space that lets no line break.
  static func grouped(_ number: Int64) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += separator }
      result.append(digit)
    }
    return result
  }

  /// A number grouped and rounded to at most three decimal places that tell something: `1 234.5`, `0.0123`.
  static func rounded(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    let size = number.magnitude
    guard size < 1e18 else { return number.description }
    guard size < 1e12 else { return grouped(Int64(number.rounded())) }
    let places = size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.001 ? 5 : 8
    return fixed(number, places: places)
  }

  /// A number with a sign also where it is positive: `+68`, `-179`, `±0`.
  static func signed(_ number: Double, _ measure: Measure?) -> String {
    let text = text(number, measure)
    return number > 0 ? "+" + text : number == 0 ? "±" + text : text
  }

  /// A number in a chart, where there is little room: `1.5 M`.
  static func short(_ number: Double, _ measure: Measure?) -> String {
    guard number != 0 else { return "0" }
    guard measure == nil, number.magnitude >= 1_000_000 else { return text(number, measure) }
    guard number.magnitude < 1e18 else { return number.description }
    let units = [(1e12, "T"), (1e9, "G"), (1e6, "M")]
    guard let (size, unit) = units.first(where: { number.magnitude >= $0.0 }) else { return "" }
    return "\(rounded(number / size)) \(unit)"
  }

  /// At most so many decimal places, zeros at the end left out.
  private static func fixed(_ number: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 9e18 else { return number.description }
    let (whole, rest) = Int64(scaled).quotientAndRemainder(dividingBy: Int64(scale))
    var digits = String(rest)
    digits = String(repeating: "0", count: places - min(places, digits.count)) + digits
    while digits.last == "0" { digits.removeLast() }
    let sign = number < 0 && scaled > 0 ? "-" : ""
    return sign + grouped(whole) + (rest == 0 ? "" : "." + digits)
  }

  private static let separator = "\u{202F}"
}
