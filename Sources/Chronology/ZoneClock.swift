package import Foundation

/// A time zone's wall clock, its offsets worked out once where that is worth it.
///
/// Foundation takes a lock and a calendar's arithmetic for every look at an offset, and a report
/// asks for the local day and hour of each of its items: such a clock is made for a span of time.
/// Times outside the span are answered too, slower.
///
/// An *instant* is in ms since 1970 UTC. A *reading* is what the clock shows: ms since
/// 1970-01-01T00:00 as shown there. Both are of the years 1 to 9999.
///
/// A local day begins at the first instant whose local date is that day or a later one. So a day
/// whose midnight is skipped begins when the clock is put forward, and a day that a zone leaves out
/// whole (Apia, 2011-12-30) is empty.
package struct ZoneClock: Sendable {
  /// A stretch of time with one offset.
  private struct Segment {
    /// Its first instant.
    let start: Int64
    /// Local time minus UTC, in ms.
    let offset: Int64
  }

  /// The zone.
  package let zone: TimeZone
  /// In order; the first begins with `known`.
  private let segments: [Segment]
  /// The instants that `segments` describes.
  private let known: Range<Int64>

  /// A clock that is asked little: it looks offsets up each time.
  package init(zone: TimeZone) {
    self.zone = zone
    segments = []
    known = 0..<0
  }

  /// A clock for the instants from `from` to `to`, which works the zone's offsets out now.
  package init(zone: TimeZone, from: Int64, to: Int64) {
    self.zone = zone
    // A day's beginning is looked for up to `reach` around its midnight in UTC.
    known = from - 2 * Self.reach..<to + 2 * Self.reach
    segments = Self.segments(of: zone, from: known.lowerBound, to: known.upperBound)
  }

  /// What the clock shows at an instant.
  package func reading(at instant: Int64) -> Int64 { instant + segment(at: instant).offset }

  /// The first instant at which the clock shows `reading` or a later one.
  ///
  /// The earlier of two where the clock is put back over `reading`; where it is put forward over
  /// it, the instant at which that happens.
  package func firstInstant(showing reading: Int64) -> Int64 {
    let around = segments(around: reading)
    for (index, segment) in around.enumerated() {
      let instant = max(segment.start, reading - segment.offset)
      if index + 1 == around.count || instant < around[index + 1].start { return instant }
    }
    return reading
  }

  /// The last instant at which the clock shows `reading` or an earlier one.
  ///
  /// The later of two where the clock is put back over `reading`; where it is put forward over it,
  /// the instant before that happens.
  package func lastInstant(showing reading: Int64) -> Int64 {
    var end = Int64.max
    for segment in segments(around: reading).reversed() {
      let instant = min(end, reading - segment.offset)
      if instant >= segment.start { return instant }
      end = segment.start - 1
    }
    return end
  }

  /// The zone's stretches from `reach` before a reading in UTC to `reach` after it, and maybe more.
  private func segments(around reading: Int64) -> [Segment] {
    let (first, last) = (reading - Self.reach, reading + Self.reach)
    let isKnown = known.contains(first) && last <= known.upperBound
    return isKnown ? segments : Self.segments(of: zone, from: first, to: last)
  }

  private func segment(at instant: Int64) -> Segment {
    guard known.contains(instant) else {
      // What lies outside may follow a change of offset closely: look a day back.
      let around = Self.segments(of: zone, from: instant - Self.day, to: instant)
      return around.last ?? Segment(start: instant, offset: 0)
    }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].start <= instant { low = middle } else { high = middle }
    }
    return segments[low]
  }
}

extension ZoneClock {
  /// The local day an instant lies in.
  package func date(at instant: Int64) -> CivilDate {
    let segment = segment(at: instant)
    let shown = (instant + segment.offset).flooredDivision(by: Self.day).quotient
    let date = CivilDate(dayNumber: Int(shown))
    // Put back over midnight, the clock shows a date again that is over by our definition.
    guard instant - segment.start < Self.day, start(of: date.adding(days: 1)) <= instant else {
      return date
    }
    return date.adding(days: 1)
  }

  /// The hour, 0 to 23, that the clock shows at an instant.
  package func hour(at instant: Int64) -> Int {
    Int(reading(at: instant).flooredDivision(by: Self.day).remainder / 3_600_000)
  }

  /// The first instant of a local day.
  package func start(of date: CivilDate) -> Int64 {
    firstInstant(showing: Int64(date.dayNumber) * Self.day)
  }
}

extension ZoneClock {
  /// A day of 24 hours, in ms.
  package static let day: Int64 = 86_400_000
  /// How far from a reading in UTC, in ms, its instant lies at most: no zone was ever a day and a
  /// half away from UTC.
  private static let reach = 36 * 3_600_000 as Int64

  /// The stretches between two instants, by probing every six hours and halving the gap where two
  /// probes differ: no zone changes twice within that time.
  private static func segments(of zone: TimeZone, from: Int64, to: Int64) -> [Segment] {
    var result = [Segment(start: from, offset: offset(of: zone, at: from))]
    var probe = from
    while probe < to {
      let before = probe
      probe = min(probe + day / 4, to)
      let old = result[result.count - 1].offset
      let new = offset(of: zone, at: probe)
      guard old != new else { continue }
      var (low, high) = (before, probe)
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if offset(of: zone, at: middle) == old { low = middle } else { high = middle }
      }
      result.append(Segment(start: high, offset: new))
    }
    return result
  }

  /// Local time minus UTC, in ms.
  private static func offset(of zone: TimeZone, at instant: Int64) -> Int64 {
    let date = Date(timeIntervalSince1970: Double(instant) / 1_000)
    return Int64(zone.secondsFromGMT(for: date)) * 1_000
  }
}
