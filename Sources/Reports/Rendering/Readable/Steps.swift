import Chronology
import Output

/// What the values of a column are that lie at even steps, so that what is missing leaves its place empty.
enum Steps: Equatable {
  case weekday
  case hour
  case day
  case week
  case month
  /// Whole numbers.
  case number

  /// Finds out what a column's values are; nil when they are names.
  ///
  /// - Parameters:
  ///   - name: The column's name: `weekday` and `hour` mean what the views mean by them.
  ///   - cells: Its values.
  init?(column name: String, cells: [Cell]) {
    var kinds: [Steps] = [.day, .week, .month, .number]
    if name == "weekday" { kinds.insert(.weekday, at: 0) }
    if name == "hour" { kinds.insert(.hour, at: 0) }
    let found = kinds.first { kind in cells.allSatisfy { kind.position(of: $0) != nil } }
    guard let found, !cells.isEmpty else { return nil }
    self = found
  }

  /// All positions there are, where that is known.
  var all: ClosedRange<Int>? {
    switch self {
    case .weekday: 1...7
    case .hour: 0...23
    default: nil
    }
  }

  /// Where a value lies; nil when it is none of these.
  func position(of cell: Cell) -> Int? {
    switch (self, cell) {
    case (.number, .integer(let number)):
      number.magnitude < 1_000_000_000 ? Int(number) : nil
    case (.weekday, .integer(let number)), (.hour, .integer(let number)):
      all?.contains(Int(number)) == true ? Int(number) : nil
    case (.day, .text(let text)): CivilDate(iso: text)?.dayNumber
    // 1970-01-01 was a Thursday.
    case (.week, .text(let text)):
      ISOWeek(iso: text).map { ($0.monday.dayNumber + 3).flooredDivision(by: 7).quotient }
    case (.month, .text(let text)):
      CivilDate(iso: text + "-01").map { $0.parts.year * 12 + $0.parts.month - 1 }
    default: nil
    }
  }

  /// How much room there is for labels.
  enum Room {
    /// Enough for a day's name.
    case wide
    case narrow
    /// Not even enough to tell days apart.
    case least
  }

  /// What is written at a position, and below it where that begins or changes.
  func label(at position: Int, _ room: Room) -> (text: String, context: String?) {
    switch self {
    case .weekday: return (Self.weekdays[(position - 1) % 7], nil)
    case .hour: return (position.padded(2), nil)
    case .number: return (String(position), nil)
    case .month: return (Self.months[position % 12], String(position / 12))
    case .week:
      let week = ISOWeek(containing: CivilDate(dayNumber: position * 7 - 3))
      return ("W\(week.number.padded(2))", String(week.year))
    case .day:
      let date = CivilDate(dayNumber: position)
      let (year, month, day) = date.parts
      let name = Self.months[month - 1]
      switch room {
      case .wide: return ("\(Self.weekdays[date.weekday - 1]) \(day)", "\(name) \(year)")
      case .narrow: return (String(day), "\(name) \(year)")
      case .least: return (name, String(year))
      }
    }
  }

  /// The positions that are labelled: as many as fit beside one another.
  ///
  /// - Parameters:
  ///   - span: All positions.
  ///   - band: How wide one is.
  ///   - room: How much room there is.
  /// - Returns: Positions in order.
  func labelled(_ span: ClosedRange<Int>, band: Double, _ room: Room) -> [Int] {
    let isMonths = self == .day && room == .least
    let positions = isMonths ? span.filter { CivilDate(dayNumber: $0).parts.day == 1 } : nil
    let widest =
      [span.lowerBound, span.upperBound].map {
        Drawing.width(of: label(at: $0, room).text)
      }.max() ?? 0
    let width = isMonths ? band * 30 : band
    let skip = max(1, Int(((widest + 6) / width).rounded(.up)))
    guard let positions else {
      return Array(stride(from: span.lowerBound, through: span.upperBound, by: skip))
    }
    return stride(from: 0, to: positions.count, by: skip).map { positions[$0] }
  }

  /// The name of a value where it stands alone.
  func name(of cell: Cell) -> String? {
    switch self {
    case .weekday, .hour: position(of: cell).map { label(at: $0, .wide).text }
    default: nil
    }
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension CivilDate {
  /// Reads `2018-03-19`, and nothing else.
  fileprivate init?(iso text: String) {
    guard let parts = numbers(in: text, digits: [4, 2, 2], mark: "") else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}

extension ISOWeek {
  /// Reads `2018-W12`, and nothing else.
  fileprivate init?(iso text: String) {
    guard let parts = numbers(in: text, digits: [4, 2], mark: "W") else { return nil }
    self.init(year: parts[0], number: parts[1])
  }
}

/// The numbers of a text such as `2018-W12`: so many digits each, a mark before the last.
private func numbers(in text: String, digits: [Int], mark: String) -> [Int]? {
  var parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let last = parts.popLast(), last.hasPrefix(mark) else { return nil }
  parts.append(last.dropFirst(mark.count))
  guard parts.map(\.utf8.count) == digits,
    parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
  else { return nil }
  return parts.compactMap { Int($0) }
}
