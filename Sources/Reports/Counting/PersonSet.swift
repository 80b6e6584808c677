/// A set of people by their dense ids; 0 is nobody.
struct PersonSet {
  private var words: [UInt64] = []

  mutating func insert(_ person: Int64) {
    guard person > 0 else { return }
    let word = Int(person >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(person & 63)
  }

  mutating func formUnion(_ other: PersonSet) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for (place, word) in other.words.enumerated() { words[place] |= word }
  }

  var count: Int64 { words.reduce(0) { $0 + Int64($1.nonzeroBitCount) } }
}
