/// What is counted of a set of items; `docs/views.md` says what each count means.
struct Counts: Equatable {
  var messages: Int64 = 0
  var replies: Int64 = 0
  var likes: Int64 = 0
  var files: Int64 = 0
  var calls: Int64 = 0

  static func += (left: inout Counts, right: Counts) {
    left.messages += right.messages
    left.replies += right.replies
    left.likes += right.likes
    left.files += right.files
    left.calls += right.calls
  }
}

/// The counts of as many conversations or people as there are, by their dense ids.
struct CountsByID: Equatable {
  private(set) var counts: [Counts] = []

  /// Adds to one of them.
  mutating func add(_ more: Counts, to id: Int64) {
    let place = Int(id)
    if place >= counts.count {
      counts.append(
        contentsOf: repeatElement(Counts(), count: max(place + 1, 2 * counts.count) - counts.count)
      )
    }
    counts[place] += more
  }

  /// Those with messages, by id; 0, which stands for what the API did not name, is none of them.
  var withMessages: [(id: Int64, counts: Counts)] {
    counts.enumerated().dropFirst().filter { $0.element.messages > 0 }.map {
      (Int64($0.offset), $0.element)
    }
  }

  static func == (left: CountsByID, right: CountsByID) -> Bool {
    left.withMessages.elementsEqual(right.withMessages) { $0 == $1 }
  }
}
