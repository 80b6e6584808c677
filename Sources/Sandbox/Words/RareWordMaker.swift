/// Makes up pronounceable words by rank, for the long tail that every real tenant has: product names,
/// jargon, typing errors.
///
/// Frequent ranks give short words. Nothing is stored: the word follows from its rank.
struct RareWordMaker: Sendable {
  private let starts: PieceList
  private let middles: PieceList
  private let ends: PieceList
  private let law: Harmonic

  init(_ source: RareWords, into lexicon: inout Lexicon) {
    starts = lexicon.list(wordsOf: source.starts)
    middles = lexicon.list(wordsOf: source.middles)
    ends = lexicon.list(wordsOf: source.ends)
    law = Harmonic(over: 24..<source.count)
  }

  /// The rank of a word, drawn by Zipf's law.
  func draw(_ chance: inout SplitMix) -> Int { law.draw(&chance) }

  /// Calls `write` with the pieces of the word of `rank`.
  func spell(_ rank: Int, _ write: (_ piece: Int) -> Void) {
    // A permutation within the power of two, so that neighbours in rank do not look alike.
    let top = Int.bitWidth - 1 - rank.leadingZeroBitCount
    let mask = (1 << top) - 1
    var code = 1 << top | (rank &* 0x9E37_79B1) & mask
    write(starts.start + code % starts.count)
    code /= starts.count
    let end = ends.start + code % ends.count
    code /= ends.count
    while code > 0 {
      write(middles.start + (code - 1) % middles.count)
      code = (code - 1) / middles.count
    }
    write(end)
  }
}
