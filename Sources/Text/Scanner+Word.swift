/// Words between separators, and the symbols that belong to them.
extension Scanner {
  mutating func beginWord(at start: Int) {
    state = .word
    wordStart = start
    wordEnd = start
    wordLength = 0
    wordScalars = 0
    wordLetters = 0
    isWordFull = false
  }

  /// Adds a scalar to the word; what passes the limit is cut, and everything after it too.
  mutating func append(_ scalar: UInt32) {
    guard !isWordFull else { return }
    let size = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    guard wordLength + size <= Scratch.tokenLimit else {
      isWordFull = true
      return
    }
    wordLength += (word + 1 + wordLength).encode(scalar)
  }

  /// Begins a base that waits for its marks.
  mutating func beginCluster(_ scalar: UInt32, from start: Int, to end: Int) {
    cluster[0] = Int32(scalar)
    clusterCount = 1
    clusterStart = start
    clusterEnd = end
  }

  /// Composes the waiting base with its marks and hands them to the word or run at hand.
  mutating func flushCluster() {
    guard clusterCount > 0 else { return }
    let length = clusterCount == 1 ? 1 : Composition.compose(cluster, count: clusterCount)
    clusterCount = 0
    for index in 0..<length {
      let scalar = UInt32(bitPattern: cluster[index])
      if state == .run {
        feedUnit(scalar)
      } else {
        append(scalar)
      }
    }
    if state == .word {
      wordEnd = clusterEnd
    }
  }

  /// Ends a word that no symbol follows.
  mutating func endWord() {
    emitWord()
    emitLeadForm(length: wordLength, to: wordEnd)
    lead = 0
    state = .idle
  }

  /// Ends the word itself; `symbol`, right behind it, may belong to it.
  mutating func beginSuffix(_ symbol: UInt8, to end: Int) {
    emitWord()
    state = .suffix
    suffix = symbol
    suffixCount = 1
    suffixEnd = end
    previous = .other
  }

  /// Whether the suffix belongs to the word although a digit follows: `C++17`, `C#8`.
  var takesDigits: Bool {
    suffix == UInt8(ascii: "+") ? suffixCount > 1 : wordScalars == 1 && wordLetters == 1
  }

  /// Ends a word with its suffix, now that it is known whether that belongs to it.
  mutating func endSuffix(isAccepted: Bool) {
    let length = wordLength + min(suffixCount, 2)
    let isWhole = isAccepted && length <= Scratch.tokenLimit
    for index in wordLength..<(isWhole ? length : wordLength) {
      word[1 + index] = suffix
    }
    if isWhole {
      emit(word + 1, length, from: wordStart, to: suffixEnd, .symbolWord)
    }
    emitLeadForm(length: wordLength, to: wordEnd)
    if isWhole {
      emitLeadForm(length: length, to: suffixEnd)
    }
    lead = 0
    state = .idle
  }

  private mutating func emitWord() {
    flushCluster()
    emit(word + 1, wordLength, from: wordStart, to: wordEnd, .word)
  }

  /// The word with the symbol before it, when that belongs to it: `#tag`, `@name`, `.net`.
  private mutating func emitLeadForm(length: Int, to end: Int) {
    guard lead != 0, length < Scratch.tokenLimit else { return }
    // `.5` is a number; `.a` says too little.
    guard lead != UInt8(ascii: ".") || wordLetters >= 2 else { return }
    word[0] = lead
    emit(word, length + 1, from: leadStart, to: end, .symbolWord)
  }
}
