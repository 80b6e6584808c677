/// One pass over a text, from bytes to tokens.
///
/// Words of ASCII between plain separators are taken by `run()` itself, byte by byte through a
/// table. Everything else goes through `walk(from:)`, scalar by scalar through the fold table,
/// until the scanner is between words again. `Scanner+Feed.swift` says what each folded scalar
/// does, `Scanner+Word.swift` and `Scanner+Run.swift` how words and runs become tokens.
struct Scanner<Sink: TokenSink> {
  enum State {
    /// Between words.
    case idle
    case word
    /// After a word and before it is known whether the symbols that follow belong to it.
    case suffix
    /// In a run of a script written without spaces.
    case run
  }

  /// What stands before a symbol decides whether it leads a word.
  enum Previous {
    case other
    case word
    case dot
  }

  let text: UnsafePointer<UInt8>
  let count: Int
  let ascii: UnsafeMutablePointer<UInt8>
  let folds: FoldTable
  let word: UnsafeMutablePointer<UInt8>
  let pair: UnsafeMutablePointer<UInt8>
  let cluster: UnsafeMutablePointer<Int32>

  var sink: Sink
  var isStopped = false

  var state = State.idle
  var previous = Previous.other
  /// Where `walk(from:)` last ended, so that `previous` is what stands before it.
  var resume = 0

  /// A symbol that may lead the next word, or 0.
  var lead: UInt8 = 0
  var leadStart = 0

  var wordLength = 0
  var wordStart = 0
  var wordEnd = 0
  /// Whether something has been cut off the word at hand.
  var isWordFull = false
  var wordScalars = 0
  /// How many letters it begins with.
  var wordLetters = 0

  var suffix: UInt8 = 0
  var suffixCount = 0
  var suffixEnd = 0

  var clusterCount = 0
  var clusterStart = 0
  var clusterEnd = 0

  /// Bytes of the run's last character, in `pair`; 0 before the first.
  var unitLength = 0
  var unitStart = 0
  var unitEnd = 0
  var hasPair = false

  init(_ text: UnsafePointer<UInt8>, count: Int, scratch: Scratch, sink: Sink) {
    self.text = text
    self.count = count
    ascii = scratch.ascii
    folds = scratch.folds
    word = scratch.word
    pair = scratch.pair
    cluster = scratch.cluster
    self.sink = sink
  }

  /// Scans the whole text, or until the sink has had enough.
  mutating func run() {
    var index = 0
    while index < count, !isStopped {
      let fold = ascii[Int(text[index])]
      if fold == ASCIITable.separator {
        index += 1
      } else if fold >= ASCIITable.firstWord {
        index = takeWord(from: index)
      } else if fold == ASCIITable.wide || leadsWord(at: index) {
        previous = before(index)
        index = walk(from: index)
      } else {
        index += 1
      }
    }
  }

  /// Takes a word that begins with ASCII, here if it is nothing but ASCII and no symbol belongs to
  /// it.
  @inline(__always)
  private mutating func takeWord(from start: Int) -> Int {
    var index = start
    var length = 0
    var fold = ascii[Int(text[index])]
    while fold >= ASCIITable.firstWord {
      if length < Scratch.tokenLimit {
        word[1 + length] = fold
        length += 1
      }
      index += 1
      fold = index < count ? ascii[Int(text[index])] : ASCIITable.separator
    }
    if fold == ASCIITable.separator || fold == ASCIITable.symbol && !isSuffix(text[index]) {
      emit(word + 1, length, from: start, to: index, .word)
      return index
    }
    previous = .other
    return walk(from: start)
  }

  /// Whether the symbol at `index`, between words, may belong to the word after it.
  private func leadsWord(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    let next = ascii[Int(text[index + 1])]
    guard next >= ASCIITable.firstWord || next == ASCIITable.wide else { return false }
    switch text[index] {
    case UInt8(ascii: "."): return before(index) == .other
    case UInt8(ascii: "+"): return false
    default: return before(index) != .word
    }
  }

  /// What stands before `index`, which is between words.
  private func before(_ index: Int) -> Previous {
    guard index > resume else { return previous }
    let byte = text[index - 1]
    if ascii[Int(byte)] >= ASCIITable.firstWord { return .word }
    return byte == UInt8(ascii: ".") ? .dot : .other
  }

  @inline(__always)
  private func isSuffix(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#")
  }

  /// Takes scalar after scalar until the scanner is between words again.
  private mutating func walk(from start: Int) -> Int {
    var index = start
    repeat {
      let scalar = DecodedScalar(text, at: index, of: count)
      let end = index + scalar.length
      let fold = scalar.isInvalid ? Fold(.separator, 0) : folds[scalar.value]
      if fold.kind == .several {
        for part in 0..<folds.count(of: fold) {
          feed(folds.part(part, of: fold), from: index, to: end)
        }
      } else {
        feed(fold, from: index, to: end)
      }
      index = end
    } while index < count && !isStopped && !(state == .idle && lead == 0)
    if index == count {
      finish()
    }
    resume = index
    return index
  }

  @inline(__always)
  mutating func emit(
    _ bytes: UnsafeMutablePointer<UInt8>,
    _ length: Int,
    from start: Int,
    to end: Int,
    _ role: TokenRole
  ) {
    guard !isStopped else { return }
    let buffer = UnsafeBufferPointer(start: bytes, count: length)
    isStopped = !sink.receive(ScannedToken(bytes: buffer, start: start, end: end, role: role))
  }
}
