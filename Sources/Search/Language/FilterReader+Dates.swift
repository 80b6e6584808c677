internal import Chronology

extension FilterReader {
  /// Reads the value of a key for dates.
  func timeSpan() throws(QueryError) -> TimeSpan {
    switch key {
    case .newer: TimeSpan(from: try age().before(clock), to: nil)
    case .older: TimeSpan(from: nil, to: try age().before(clock))
    case .before: TimeSpan(from: nil, to: try onePeriod().from)
    case .after: TimeSpan(from: try onePeriod().to, to: nil)
    case .date: try dateRange()
    default: try span(of: onePeriod(), text: value.text)
    }
  }

  /// `a..b` from where a begins to where b ends; either may be missing, but not both.
  private func dateRange() throws(QueryError) -> TimeSpan {
    guard let (lower, upper) = value.text.rangeBounds else {
      return try span(of: onePeriod(), text: value.text)
    }
    guard !lower.isEmpty || !upper.isEmpty else { throw notADate(value.text[...]) }
    let from = lower.isEmpty ? nil : try period(lower).from
    let to = upper.isEmpty ? nil : try period(upper).to
    if let from, let to {
      guard from <= to else { throw QueryError(.backwardRange(value.text), value.range) }
      return try span(of: Period(from: from, to: to), text: value.text)
    }
    return TimeSpan(from: from, to: to)
  }

  /// A span that holds at least a millisecond: a skipped hour or day would silently find nothing.
  private func span(of period: Period, text: String) throws(QueryError) -> TimeSpan {
    guard period.from < period.to else {
      throw QueryError(.skippedTime(text, zone: clock.zoneName), value.range)
    }
    return TimeSpan(from: period.from, to: period.to)
  }

  private func onePeriod() throws(QueryError) -> Period {
    guard value.text.rangeBounds == nil else {
      throw QueryError(
        .notOneDate(key: name, value: value.text),
        value.range,
        hint: .example("\(name):2026-03-15, or date:2026-03-01..2026-03-15 for a range")
      )
    }
    return try period(value.text[...])
  }

  private func period(_ text: Substring) throws(QueryError) -> Period {
    do {
      return try Period(text, at: clock)
    } catch {
      switch error {
      case .unreadable: throw notADate(text)
      case .nonexistent: throw QueryError(.noSuchDate(String(text)), value.range)
      }
    }
  }

  private func age() throws(QueryError) -> Age {
    guard let age = Age(value.text) else {
      throw QueryError(
        .notAnAge(key: name, value: value.text),
        value.range,
        hint: .example("90min, 12h, 7d, 2w, 3mo or 1y")
      )
    }
    return age
  }

  private func notADate(_ text: Substring) -> QueryError {
    QueryError(
      .notADate(key: name, value: String(text)),
      value.range,
      hint: .example("2026, 2026-03, 2026-W12, 2026-03-05, 2026-03-05T14:30 or yesterday")
    )
  }
}
