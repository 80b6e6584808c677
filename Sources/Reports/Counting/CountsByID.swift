import Index

/// The counts of as many conversations or people as there are, by their dense ids.
struct CountsByID {
  private var counts: [Counts] = []

  /// Adds to one of them.
  mutating func add(_ more: Counts, to id: Int64) {
    let place = Int(id)
    counts.grow(toHold: place, filling: Counts())
    counts[place] += more
  }

  /// Those with messages, by id; 0, which stands for what the API did not name, is none of them.
  var withMessages: [(id: Int64, counts: Counts)] {
    counts.enumerated().dropFirst().filter { $0.element.messages > 0 }.map {
      (Int64($0.offset), $0.element)
    }
  }
}

extension Array {
  /// Makes room for a place, and for more at once, since dense ids come in any order.
  ///
  /// - Parameters:
  ///   - place: The place that is to be there.
  ///   - element: What the new places hold.
  mutating func grow(toHold place: Int, filling element: Element) {
    guard place >= count else { return }
    append(contentsOf: repeatElement(element, count: Swift.max(place + 1, 2 * count) - count))
  }
}
