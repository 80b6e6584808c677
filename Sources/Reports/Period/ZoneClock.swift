public import Foundation

/// A time zone's wall clock over a span of time, its offsets worked out once.
///
/// Foundation takes a lock and a calendar's arithmetic for every look at an offset; a report asks
/// for the local day and hour of each of its items. Times outside the span are answered too, slower.
///
/// A local day begins at the first instant whose local date is that day or a later one. So a day
/// whose midnight is skipped begins when the clock is put forward, and a day that a zone leaves out
/// whole (Apia, 2011-12-30) is empty.
public struct ZoneClock: Sendable {
  /// A stretch of time with one offset.
  private struct Segment {
    /// Its first second since 1970 UTC.
    let start: Int64
    /// Local time minus UTC, in seconds.
    let offset: Int64
  }

  /// The zone.
  public let zone: TimeZone
  /// In order; the first begins with the span.
  private let segments: [Segment]
  /// The second after the last that `segments` describes.
  private let end: Int64

  /// Works out the zone's offsets from `from` to `to`, both in ms UTC.
  public init(zone: TimeZone, from: Int64, to: Int64) {
    self.zone = zone
    // A day's beginning is looked for up to `reach` around its midnight in UTC.
    let start = floorDivide(from, 1_000).quotient - 2 * Self.reach
    end = floorDivide(to, 1_000).quotient + 2 * Self.reach
    segments = Self.segments(of: zone, from: start, to: end)
  }

  /// Local time minus UTC at an instant, in seconds; `instant` is in ms UTC.
  public func offset(at instant: Int64) -> Int64 {
    segment(at: floorDivide(instant, 1_000).quotient).offset
  }

  /// The local day an instant (ms UTC) lies in.
  public func date(at instant: Int64) -> CivilDate {
    let second = floorDivide(instant, 1_000).quotient
    let segment = segment(at: second)
    let date = CivilDate(dayNumber: Int(floorDivide(second + segment.offset, 86_400).quotient))
    // Put back over midnight, the clock shows a date again that is over by our definition.
    guard second - segment.start < 86_400, start(of: date.adding(days: 1)) <= instant else {
      return date
    }
    return date.adding(days: 1)
  }

  /// The hour, 0 to 23, that clocks show at an instant (ms UTC).
  public func hour(at instant: Int64) -> Int {
    let local = floorDivide(instant, 1_000).quotient + offset(at: instant)
    return Int(floorDivide(local, 86_400).remainder / 3_600)
  }

  /// The first instant of a local day, in ms UTC.
  public func start(of date: CivilDate) -> Int64 {
    let midnight = Int64(date.dayNumber) * 86_400
    let (first, last) = (midnight - Self.reach, midnight + Self.reach)
    let inside = segments.first.map { $0.start <= first } ?? false
    let around =
      inside && last <= end ? segments : Self.segments(of: zone, from: first, to: last)
    let next = around.firstIndex { $0.start > first } ?? around.endIndex
    for index in (next - 1)..<around.endIndex {
      let begin = max(around[index].start, midnight - around[index].offset)
      let stop = index + 1 < around.endIndex ? around[index + 1].start : .max
      if begin < stop { return begin * 1_000 }
    }
    return midnight * 1_000
  }

  /// Seconds around a day's midnight in UTC within which its local midnight lies: no zone was ever
  /// a day and a half away from UTC.
  private static let reach: Int64 = 36 * 3_600

  private func segment(at second: Int64) -> Segment {
    guard let first = segments.first, (first.start..<end).contains(second) else {
      // What lies outside may follow a change of offset closely: look a day back.
      let around = Self.segments(of: zone, from: second - 86_400, to: second)
      return around.last ?? Segment(start: second, offset: 0)
    }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].start <= second { low = middle } else { high = middle }
    }
    return segments[low]
  }

  /// The stretches from `from` to `to` (seconds), by probing every six hours and halving the gap
  /// where two probes differ: no zone changes twice within that time.
  private static func segments(of zone: TimeZone, from: Int64, to: Int64) -> [Segment] {
    var result = [Segment(start: from, offset: offset(of: zone, at: from))]
    var probe = from
    while probe < to {
      let (before, next) = (probe, min(probe + 6 * 3_600, to))
      probe = next
      let (old, new) = (offset(of: zone, at: before), offset(of: zone, at: next))
      guard old != new else { continue }
      var (low, high) = (before, next)
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if offset(of: zone, at: middle) == old { low = middle } else { high = middle }
      }
      result.append(Segment(start: high, offset: new))
    }
    return result
  }

  private static func offset(of zone: TimeZone, at second: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
  }
}
