/// Figures as people read them.
enum Figures {
  /// `22,445`: the comma groups digits in every locale, so that output never depends on one.
  static func grouped(_ number: some BinaryInteger) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// `1 item`, `2 items`.
  static func counted(_ number: some BinaryInteger, _ noun: String, _ plural: String? = nil)
    -> String
  {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `34.1 MB`, with a megabyte of a million bytes.
  static func size(_ bytes: some BinaryInteger) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"]
    var value = Double(bytes)
    var unit = 0
    while value >= 999.95, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return unit == 0 ? "\(Int(value)) bytes" : "\(tenths(value)) \(units[unit])"
  }

  /// `0.4 s`, `2 min 5 s`, `3 h 12 min`.
  static func duration(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    switch seconds {
    case ..<60: return "\(tenths(Double(milliseconds) / 1000)) s"
    case ..<3600: return "\(seconds / 60) min \(seconds % 60) s"
    default: return "\(grouped(seconds / 3600)) h \(seconds / 60 % 60) min"
    }
  }

  /// How many a second, rounded; 0 when no time has passed.
  static func rate(_ count: Int, in milliseconds: Int64) -> Int {
    milliseconds <= 0 ? 0 : Int((Double(count) * 1000 / Double(milliseconds)).rounded())
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int64((value * 10).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }
}
