/// A text folded as words are, with what stands between the words kept: white space as single spaces, signs as they are.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// Where in the source each of `bytes` comes from, if that was asked for.
  private(set) var sources: [Range<Int>] = []
  private let keepsSources: Bool
  private let folds: FoldTable
  /// A base that waits for its marks, and where it stands.
  private var cluster: [UInt32] = []
  private var clusterSource = 0..<0

  init(_ text: UnsafeBufferPointer<UInt8>, folds: FoldTable, keepsSources: Bool = false) {
    self.folds = folds
    self.keepsSources = keepsSources
    guard let base = text.baseAddress else { return }
    bytes.reserveCapacity(text.count)
    if keepsSources { sources.reserveCapacity(text.count) }
    var index = 0
    while index < text.count {
      let scalar = DecodedScalar(base, at: index, of: text.count)
      take(scalar.isInvalid ? 0xFFFD : scalar.value, from: index..<index + scalar.length)
      index += scalar.length
    }
    flush()
  }

  private mutating func take(_ scalar: UInt32, from source: Range<Int>) {
    if ShownText.isSpace(scalar) {
      flush()
      if bytes.last != 0x20 { append(0x20, from: source) }
      return
    }
    let fold = folds[scalar]
    guard fold.kind == .several else { return take(fold, of: scalar, from: source) }
    for part in 0..<folds.count(of: fold) {
      take(folds.part(part, of: fold), of: scalar, from: source)
    }
  }

  private mutating func take(_ fold: Fold, of scalar: UInt32, from source: Range<Int>) {
    switch fold.kind {
    case .plainLetter, .digit, .symbol:
      flush()
      append(fold.value, from: source)
    case .letter:
      flush()
      (cluster, clusterSource) = ([fold.value], source)
    case .unspaced:
      if cluster.count == 1, let joined = Composition.syllable(cluster[0], fold.value) {
        cluster[0] = joined
        clusterSource = clusterSource.lowerBound..<source.upperBound
      } else {
        flush()
        (cluster, clusterSource) = ([fold.value], source)
      }
    case .mark where !cluster.isEmpty:
      if cluster.count < Composition.limit { cluster.append(fold.value) }
      clusterSource = clusterSource.lowerBound..<source.upperBound
    case .mark, .ignored:
      // A diacritic goes, and is marked with its letter.
      if let last = sources.last, last.upperBound == source.lowerBound {
        sources[sources.count - 1] = last.lowerBound..<source.upperBound
      }
    case .separator:
      flush()
      append(fold.value == 0 ? scalar : fold.value, from: source)
    case .several, .unknown: break
    }
  }

  private mutating func flush() {
    guard !cluster.isEmpty else { return }
    for scalar in cluster.count == 1 ? cluster : Composition.composed(cluster) {
      append(scalar, from: clusterSource)
    }
    cluster.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ scalar: UInt32, from source: Range<Int>) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes.append(byte)
      if keepsSources { sources.append(source) }
    }
  }
}

/// A piece of text to be found anywhere, inside words and across them, folded as words are.
///
///     TextFragment("ver-fl", with: analyzer).occurs(in: "Cover-Flow", with: analyzer)   // true
public struct TextFragment: Sendable, Equatable {
  private let wanted: [UInt8]

  /// What to look for.
  ///
  /// - Parameters:
  ///   - typed: What a person typed.
  ///   - analyzer: Whose folding to use.
  public init(_ typed: String, with analyzer: Analyzer) {
    var clean = TextCleaning.clean(typed)
    wanted = clean.withUTF8 { FoldedText($0, folds: analyzer.scratch.folds).bytes }
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { wanted.isEmpty }

  /// Whether it occurs in `text`.
  ///
  /// - Parameters:
  ///   - text: A text, clean as `TextCleaning` makes it.
  ///   - analyzer: What the fragment was made with.
  /// - Returns: Whether it does; never when it is empty.
  public func occurs(in text: UnsafeBufferPointer<UInt8>, with analyzer: Analyzer) -> Bool {
    guard !isEmpty else { return false }
    return FoldedText(text, folds: analyzer.scratch.folds).bytes.withUnsafeBufferPointer {
      firstOccurrence(of: wanted, in: $0, from: 0) != nil
    }
  }

  /// The places in a text where it occurs, from the left and none inside another.
  /// - Parameter text: A folded text that kept its sources.
  /// - Returns: Their ranges in the source.
  func ranges(in text: FoldedText) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var ranges: [Range<Int>] = []
      var start = 0
      while let place = firstOccurrence(of: wanted, in: bytes, from: start) {
        let end = place + wanted.count
        let last = text.sources[end - 1]
        ranges.append(text.sources[place].lowerBound..<last.upperBound)
        start = end
      }
      return ranges
    }
  }
}
