/// A set of people or conversations by their dense ids; 0, which stands for what the API did not name, is never in it.
struct IDSet {
  private var words: [UInt64] = []

  mutating func insert(_ id: Int64) {
    guard id > 0 else { return }
    let word = Int(id >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(id & 63)
  }

  mutating func formUnion(_ other: IDSet) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for (place, word) in other.words.enumerated() { words[place] |= word }
  }

  var count: Int64 { words.reduce(0) { $0 + Int64($1.nonzeroBitCount) } }
}
