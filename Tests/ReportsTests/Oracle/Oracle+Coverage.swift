import Output

extension Oracle {
  /// `reports/coverage.md`.
  func coverage() -> [Table] {
    let readings = model.readings
    let counts: [(String, Int)] = [
      ("items", entries.count), ("messages", allMessages.count),
      ("gone", model.items.count(where: \.isGone)), ("conversations", model.places.count),
      ("notDescribed", model.places.count { !$0.isDescribed }), ("people", model.people.count),
      ("peopleNotDescribed", model.people.count { !$0.isDescribed }),
      ("conversationsRead", readings.count),
      ("unfinished", readings.count { $0.backfilled == nil && $0.lost == nil }),
      ("gaps", readings.reduce(0) { $0 + $1.gaps }),
      ("pending", readings.count { $0.pending != nil }),
      ("lost", readings.count { $0.lost != nil && $0.backfilled != nil }),
      ("shortened", readings.count { $0.origin > 0 }),
    ]
    return [
      Table("totals", "metric value", counts.map { [.text($0.0), integer($0.1)] }),
      Table(
        "span",
        "oldestTime newestTime verifiedTime lastRunTime",
        [
          [
            time(entries.first?.time), time(entries.last?.time),
            time(readings.filter { $0.lost == nil }.compactMap(\.verified).min()),
            time(model.runs.map(\.started).max()),
          ]
        ]
      ),
      runs(), verified(), worst(),
    ]
  }

  private func runs() -> Table {
    Table(
      "runs",
      "startTime endTime command inserted updated unchanged skipped quarantined settled",
      model.runs.sorted { $0.started > $1.started }.prefix(20).map { run in
        [
          time(run.started), time(run.ended), .text(run.command), integer(run.inserted),
          integer(run.updated), integer(run.unchanged), integer(run.older),
          integer(run.quarantined),
          integer(run.isSettled ? 1 : 0),
        ]
      }
    )
  }

  private func verified() -> Table {
    let months = Dictionary(
      grouping: model.readings.compactMap(\.verified).map { localDay(of: $0).monthName },
      by: { $0 }
    )
    return Table(
      "verified",
      "month conversations",
      months.sorted { $0.key < $1.key }.map { [.text($0.key), integer($0.value.count)] }
    )
  }

  private func worst() -> Table {
    let wanting = model.readings.filter { reading in
      reading.gaps > 0 || reading.pending != nil || reading.backfilled == nil
        || reading.lost != nil || reading.origin > 0
    }.sorted { left, right in
      if (left.pending == nil) != (right.pending == nil) { return left.pending != nil }
      return left.gaps != right.gaps ? left.gaps > right.gaps : left.place < right.place
    }
    return Table(
      "worst",
      "convId name gaps pending backfilledTime verifiedTime completeFromTime lostTime",
      wanting.prefix(most).map { reading in
        [
          placeID(reading.place), placeName(reading.place), integer(reading.gaps),
          Cell(reading.pending), time(reading.backfilled), time(reading.verified),
          time(reading.origin == 0 ? nil : reading.origin), time(reading.lost),
        ]
      }
    )
  }
}
