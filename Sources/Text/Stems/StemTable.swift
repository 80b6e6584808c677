/// The stems of words in some languages, with those of frequent words remembered.
///
/// A stem is given as the token that stands beside its word in the index: a mark that no word begins with, the
/// language's code, the stem. A word has one only where the stem is not the word itself.
///
///     ~debericht   // beside `berichte` and `berichten`
///
/// Words of 3…40 bytes that hold nothing but letters have stems. Memory is bounded, and so is the work a word takes: a
/// place of the table holds one word, and the next that falls there takes it over.
///
/// One a thread.
final class StemTable {
  /// What the tokens of stems begin with.
  static let mark = UInt8(ascii: "~")
  /// Bytes of a word that has a stem.
  static let wordLengths = 3...40

  private static let placeBits = 14
  /// A place: the word's length in 8 bytes, the word filled up with zeros, then for each language the length of its
  /// token (0 where there is none) and the token.
  private static let keyStart = 8
  private static let stemsStart = 48
  private static let stemStride = 48

  private let stemmers: [Stemmer]
  private let placeStride: Int
  private let places: UnsafeMutableRawPointer
  /// The word at hand, filled up with zeros.
  private let key: UnsafeMutableRawPointer

  init(_ languages: Languages) {
    stemmers = languages.all.compactMap(Stemmer.init)
    placeStride = Self.stemsStart + Self.stemStride * stemmers.count
    let byteCount = placeStride << Self.placeBits
    places = .allocate(byteCount: byteCount, alignment: 8)
    places.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    key = .allocate(byteCount: Self.wordLengths.upperBound, alignment: 8)
  }

  deinit {
    places.deallocate()
    key.deallocate()
  }

  /// Hands out the tokens of the stems of `word` that are not the word itself.
  /// - Parameters:
  ///   - word: A token whose role is a word.
  ///   - body: Takes a token, valid only during the call; false ends it.
  /// - Returns: False when `body` did.
  @inline(__always)
  func forEachStem(
    of word: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard Self.wordLengths.contains(word.count), let place = place(of: word) else { return true }
    for index in stemmers.indices {
      let token = place + Self.stemsStart + Self.stemStride * index
      let length = Int(token.load(as: UInt8.self))
      guard length > 0 else { continue }
      let start = (token + 1).assumingMemoryBound(to: UInt8.self)
      guard body(UnsafeBufferPointer(start: start, count: length)) else { return false }
    }
    return true
  }

  /// The tokens that stand for words with a stem that `word` has, the word itself among them; none for what has no
  /// stems.
  func inflections(of word: [UInt8]) -> [[UInt8]] {
    guard Self.wordLengths.contains(word.count), word.allSatisfy(Self.isLetter) else { return [] }
    var tokens = [word]
    for stemmer in stemmers {
      let stem = stemmer.stem(of: word)
      let marked = Self.token(stem, stemmer.language)
      // A word that is its own stem stands unmarked.
      let bare = stemmer.stem(of: stem) == stem ? stem : marked
      for token in [marked, bare] where !tokens.contains(token) {
        tokens.append(token)
      }
    }
    return tokens
  }

  /// Whether a byte of a word is no digit, nor the sign of a word with signs.
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") }

  private static func token(_ stem: [UInt8], _ language: Language) -> [UInt8] {
    [mark] + Array(language.rawValue.utf8) + stem
  }

  /// The place that holds the word, whose length is right; nil when it is not all letters.
  @inline(__always)
  private func place(of word: UnsafeBufferPointer<UInt8>) -> UnsafeMutableRawPointer? {
    var hash = UInt64(word.count)
    var start = 0
    while start < word.count {
      var unit: UInt64 = 0
      for index in start..<min(start + 8, word.count) {
        guard Self.isLetter(word[index]) else { return nil }
        unit |= UInt64(word[index]) << UInt64(8 * (index - start))
      }
      key.storeBytes(of: unit, toByteOffset: start, as: UInt64.self)
      hash = (hash ^ unit) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      start += 8
    }
    let place = places + placeStride * Int(hash >> (64 - Self.placeBits))
    var isSame = place.load(as: UInt64.self) == UInt64(word.count)
    start = 0
    while isSame, start < word.count {
      let stored = place.load(fromByteOffset: Self.keyStart + start, as: UInt64.self)
      isSame = stored == key.load(fromByteOffset: start, as: UInt64.self)
      start += 8
    }
    if !isSame { fill(place, with: word) }
    return place
  }

  @inline(never)
  private func fill(_ place: UnsafeMutableRawPointer, with word: UnsafeBufferPointer<UInt8>) {
    place.storeBytes(of: UInt64(word.count), as: UInt64.self)
    (place + Self.keyStart).copyMemory(from: key, byteCount: (word.count + 7) / 8 * 8)
    for (index, stemmer) in stemmers.enumerated() {
      let start = place + Self.stemsStart + Self.stemStride * index
      stemmer.withStem(of: word) { stem in
        let isOther = stem.count != word.count || !stem.elementsEqual(word)
        let token = isOther ? Self.token(Array(stem), stemmer.language) : []
        start.storeBytes(of: UInt8(token.count), as: UInt8.self)
        (start + 1).copyMemory(from: token, byteCount: token.count)
      }
    }
  }
}

extension Stemmer {
  func stem(of word: [UInt8]) -> [UInt8] {
    word.withUnsafeBufferPointer { word in withStem(of: word) { Array($0) } }
  }
}

/// Adds the tokens of stems behind their words.
struct StemmingSink<Base: TokenSink>: TokenSink {
  var base: Base
  let stems: StemTable

  @inline(__always)
  mutating func receive(_ token: ScannedToken) -> Bool {
    guard base.receive(token) else { return false }
    guard token.role == .word else { return true }
    return stems.forEachStem(of: token.bytes) { stem in
      base.receive(ScannedToken(bytes: stem, start: token.start, end: token.end, role: .stem))
    }
  }
}
