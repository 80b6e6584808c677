extension Scanner {
  /// Takes one folded scalar that came from `start..<end` of the source.
  mutating func feed(_ fold: Fold, from start: Int, to end: Int) {
    switch fold.kind {
    case .plainLetter, .letter, .digit:
      feedLetter(fold, from: start, to: end)
    case .mark:
      feedMark(fold.value, to: end)
    case .unspaced:
      feedUnspaced(fold.value, from: start, to: end)
    case .symbol:
      endSegment()
      lead = 0
      previous = .other
      let length = word.encode(fold.value)
      emit(word, length, from: start, to: end, .symbol)
    case .separator:
      feedSeparator(UInt8(truncatingIfNeeded: fold.value), from: start, to: end)
    case .ignored, .several, .unknown:
      break
    }
  }

  /// The text ends here.
  mutating func finish() {
    endSegment()
    lead = 0
    previous = .other
  }

  private mutating func feedLetter(_ fold: Fold, from start: Int, to end: Int) {
    switch state {
    case .word:
      flushCluster()
    case .run:
      endRun()
      beginWord(at: start)
    case .suffix:
      endSuffix(isAccepted: fold.kind == .digit && takesDigits)
      beginWord(at: start)
    case .idle:
      beginWord(at: start)
    }
    if fold.kind != .digit, wordLetters == wordScalars {
      wordLetters += 1
    }
    wordScalars += 1
    previous = .word
    if fold.kind == .letter {
      beginCluster(fold.value, from: start, to: end)
    } else {
      append(fold.value)
      wordEnd = end
    }
  }

  private mutating func feedMark(_ scalar: UInt32, to end: Int) {
    if clusterCount > 0 {
      if clusterCount < Composition.limit {
        cluster[clusterCount] = Int32(scalar)
        clusterCount += 1
      }
      clusterEnd = end
    } else if state == .word {
      // A diacritic: dropped, and marked with its letter.
      wordEnd = end
    }
  }

  private mutating func feedUnspaced(_ scalar: UInt32, from start: Int, to end: Int) {
    switch state {
    case .run:
      if clusterCount == 1, let joined = Composition.syllable(UInt32(cluster[0]), scalar) {
        cluster[0] = Int32(joined)
        clusterEnd = end
        return
      }
      flushCluster()
    case .word:
      endWord()
    case .suffix:
      endSuffix(isAccepted: false)
    case .idle:
      break
    }
    state = .run
    previous = .word
    beginCluster(scalar, from: start, to: end)
  }

  private mutating func feedSeparator(_ symbol: UInt8, from start: Int, to end: Int) {
    switch state {
    case .word where symbol == UInt8(ascii: "+") || symbol == UInt8(ascii: "#"):
      beginSuffix(symbol, to: end)
      return
    case .suffix where symbol == UInt8(ascii: "+") && suffix == symbol:
      suffixCount += 1
      if suffixCount == 2 {
        suffixEnd = end
      }
      return
    default:
      endSegment()
    }
    switch symbol {
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      lead = previous == .word ? 0 : symbol
    case UInt8(ascii: "."):
      lead = previous == .other ? symbol : 0
    default:
      lead = 0
    }
    leadStart = start
    previous = symbol == UInt8(ascii: ".") ? .dot : .other
  }

  private mutating func endSegment() {
    switch state {
    case .idle: break
    case .word: endWord()
    case .suffix: endSuffix(isAccepted: true)
    case .run: endRun()
    }
  }
}
