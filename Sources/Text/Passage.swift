/// A text as far as cutting a passage out of it goes: counting characters, finding word boundaries.
struct Passage {
  /// How far a cut moves to reach a word boundary, in scalars.
  private static let reach = 32

  private let text: UnsafePointer<UInt8>
  private let folds: FoldTable
  /// The text without the white space around it.
  private let bounds: Range<Int>

  init(_ text: UnsafePointer<UInt8>, count: Int, folds: FoldTable) {
    self.text = text
    self.folds = folds
    var start = 0
    var end = count
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    bounds = start..<end
  }

  /// About how many bytes `count` scalars take, judged by the text's beginning.
  func byteCount(ofScalars count: Int) -> Int {
    let sample = bounds.prefix(2048)
    let scalars = sample.reduce(0) { $0 + (isScalarStart($1) ? 1 : 0) }
    return scalars == 0 ? count : count * sample.count / scalars
  }

  /// The passage of about `length` scalars around `core`, or at the text's beginning.
  func snippet(around core: Range<Int>?, length: Int, marks: [Range<Int>]) -> Snippet {
    let range = range(around: core, length: length)
    let isCutBefore = range.lowerBound > bounds.lowerBound
    let isCutAfter = range.upperBound < bounds.upperBound
    var line = SnippetLine(isCutBefore: isCutBefore)
    line.append(text, range, marks: marks)
    return line.snippet(isCutBefore: isCutBefore, isCutAfter: isCutAfter)
  }

  /// Where the passage lies: a third of the room before `core`, the rest after it, what one side
  /// cannot use given to the other.
  private func range(around core: Range<Int>?, length: Int) -> Range<Int> {
    guard let core = core?.clamped(to: bounds), !core.isEmpty else {
      let end = forward(from: bounds.lowerBound, by: length).index
      return bounds.lowerBound..<endAtWord(end, notBefore: bounds.lowerBound)
    }
    let coreEnd = forward(from: core.lowerBound, by: length, to: core.upperBound)
    let room = length - coreEnd.count
    let before = backward(from: core.lowerBound, by: room / 3)
    let after = forward(from: coreEnd.index, by: room - before.count)
    let more = backward(from: before.index, by: room - before.count - after.count)
    return startAtWord(
      more.index,
      notAfter: core.lowerBound
    )..<endAtWord(
      after.index,
      notBefore: coreEnd.index
    )
  }

  private func forward(
    from start: Int,
    by limit: Int,
    to end: Int? = nil
  ) -> (index: Int, count: Int) {
    let end = end ?? bounds.upperBound
    var index = start
    var count = 0
    while index < end, count < limit {
      index = next(after: index)
      count += 1
    }
    return (min(index, end), count)
  }

  private func backward(from start: Int, by limit: Int) -> (index: Int, count: Int) {
    var index = start
    var count = 0
    while index > bounds.lowerBound, count < limit {
      index = previous(before: index)
      count += 1
    }
    return (index, count)
  }

  /// The first place from `index` on that does not cut a word, and then past white space.
  private func startAtWord(_ index: Int, notAfter limit: Int) -> Int {
    var place = index
    var steps = 0
    while place < limit, steps < Self.reach, cutsWord(at: place) {
      place = next(after: place)
      steps += 1
    }
    if cutsWord(at: place) {
      place = index
    }
    while place < limit, text[place] <= 0x20 || cutsCharacter(at: place) {
      place = next(after: place)
    }
    return min(place, limit)
  }

  /// The last place up to `index` that does not cut a word, and then before white space.
  private func endAtWord(_ index: Int, notBefore limit: Int) -> Int {
    var place = index
    var steps = 0
    while place > limit, steps < Self.reach, cutsWord(at: place) {
      place = previous(before: place)
      steps += 1
    }
    if cutsWord(at: place) {
      place = index
    }
    while place > limit, text[place - 1] <= 0x20 || cutsCharacter(at: place) {
      place = previous(before: place)
    }
    // Nothing but marks or a word longer than the passage: cut it where the room ends.
    return place > limit ? place : max(limit, min(index, bounds.upperBound))
  }

  private func cutsWord(at index: Int) -> Bool {
    guard index > bounds.lowerBound, index < bounds.upperBound else { return false }
    return fold(at: previous(before: index)).isWordPart && fold(at: index).isWordPart
  }

  /// Whether a mark, a joiner or a part of a syllable belongs to what stands before `index`.
  private func cutsCharacter(at index: Int) -> Bool {
    guard index > bounds.lowerBound, index < bounds.upperBound else { return false }
    let fold = fold(at: index)
    let isPart = fold.kind == .unspaced && (0x1160...0x11FF).contains(fold.value)
    return isPart || fold.kind == .mark || fold.kind == .ignored || scalar(before: index) == 0x200D
  }

  private func fold(at index: Int) -> Fold {
    let scalar = DecodedScalar(text, at: index, of: bounds.upperBound)
    return scalar.isInvalid ? Fold(.separator, 0) : folds[scalar.value]
  }

  private func scalar(before index: Int) -> UInt32 {
    DecodedScalar(text, at: previous(before: index), of: bounds.upperBound).value
  }

  private func next(after index: Int) -> Int {
    var index = index + 1
    while index < bounds.upperBound, !isScalarStart(index) { index += 1 }
    return index
  }

  private func previous(before index: Int) -> Int {
    var index = index - 1
    while index > bounds.lowerBound, !isScalarStart(index) { index -= 1 }
    return index
  }

  private func isScalarStart(_ index: Int) -> Bool {
    text[index] & 0xC0 != 0x80
  }
}
