internal import CUTF8Proc

/// The rules that fold one scalar, without any memory: `FoldTable` remembers what they say.
///
/// NFKC and full case folding by utf8proc, then what search wants beyond it: diacritics of Latin
/// and Greek letters and optional vowel points vanish, emoji stay whole.
enum ScalarFolding {
  /// What `scalar` becomes: no fold when it vanishes, several when it decomposes.
  /// - Parameter scalar: A Unicode scalar value.
  /// - Returns: Its folds, none of them `.several`.
  static func folds(of scalar: UInt32) -> [Fold] {
    if let fold = exception(scalar) {
      return fold.kind == .ignored ? [] : [fold]
    }
    if ScalarClass.isIgnorable(scalar) {
      return []
    }
    let canonical = decomposed(scalar, UTF8PROC_DECOMPOSE)
    if let base = canonical.first, ScalarClass.isPictograph(base) {
      return [Fold(.symbol, base)]
    }
    return setApart(joined(folded(canonical).flatMap(spelled).map(ScalarClass.fold)))
  }

  /// Keeps a scalar of several words (½ is `1` and `2`, ㍙ is `1` and `点`) from joining its
  /// neighbours to them, so that it is found alone and beside them: `5½` is `5`, `1`, `2`.
  private static func setApart(_ folds: [Fold]) -> [Fold] {
    let separator = Fold(.separator, 0)
    let kinds = folds.map(\.kind)
    let isSplit = kinds.contains(.separator) || kinds.contains(.symbol)
    let isMixed = kinds.contains(.unspaced) && kinds.contains { $0 != .unspaced && $0 != .mark }
    return folds.count > 1 && (isSplit || isMixed) ? [separator] + folds + [separator] : folds
  }

  /// Scalars that NFKC would serve badly.
  private static func exception(_ scalar: UInt32) -> Fold? {
    switch scalar {
    case 0x2120:
      // The service mark would glue "sm" to its word; ™, ® and © are pictographs already.
      Fold(.symbol, scalar)
    case 0x3131...0x3163, 0x3165...0x318E:
      // Korean letters typed alone (ㅋㅋ, ㅠㅠ) must not join into syllables.
      Fold(.unspaced, scalar)
    case 0xFFA1...0xFFBE: Fold(.unspaced, scalar - 0xFFA1 + 0x3131)
    case 0xFFC2...0xFFC7: Fold(.unspaced, scalar - 0xFFC2 + 0x314F)
    case 0xFFCA...0xFFCF: Fold(.unspaced, scalar - 0xFFCA + 0x3155)
    case 0xFFD2...0xFFD7: Fold(.unspaced, scalar - 0xFFD2 + 0x315B)
    case 0xFFDA...0xFFDC: Fold(.unspaced, scalar - 0xFFDA + 0x3161)
    default: ScalarClass.isVowelPoint(scalar) ? Fold(.ignored, 0) : nil
    }
  }

  /// The compatibility decomposition of `scalars`, case folded, without ignorables.
  ///
  /// The iota below a Greek letter goes first, as its other diacritics do: case folding would make
  /// it a letter, and a different one for each order of the marks.
  private static func folded(_ scalars: [UInt32]) -> [UInt32] {
    let folding =
      UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue
      | UTF8PROC_IGNORE.rawValue
    return
      scalars
      .filter { $0 != ScalarClass.iotaBelow }
      .flatMap { decomposed($0, utf8proc_option_t(folding)) }
  }

  private static func decomposed(_ scalar: UInt32, _ options: utf8proc_option_t) -> [UInt32] {
    // The longest in Unicode has 18 scalars (U+FDFA).
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { buffer in
      var boundary: Int32 = 0
      let count = utf8proc_decompose_char(
        Int32(scalar),
        buffer.baseAddress,
        buffer.count,
        options,
        &boundary
      )
      guard count >= 0, count <= buffer.count else { return [scalar] }
      return buffer.prefix(count).map { UInt32(bitPattern: $0) }
    }
  }

  /// Latin letters with a stroke, and ligatures that Unicode counts as letters, as people type
  /// them.
  private static func spelled(_ scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0x00E6: [0x61, 0x65]  // æ
    case 0x0153: [0x6F, 0x65]  // œ
    case 0x00F8: [0x6F]  // ø
    case 0x0111: [0x64]  // đ
    case 0x0127: [0x68]  // ħ
    case 0x0131: [0x69]  // ı
    case 0x0142: [0x6C]  // ł
    case 0x0167: [0x74]  // ŧ
    default: [scalar]
    }
  }

  /// Drops the marks of plain letters and digits and composes the marks of the others.
  private static func joined(_ folds: [Fold]) -> [Fold] {
    var result: [Fold] = []
    var index = 0
    while index < folds.count {
      let base = folds[index]
      var end = index + 1
      while end < folds.count, attaches(folds[end], to: base) {
        end += 1
      }
      switch base.kind {
      case .letter, .unspaced:
        result += Composition.composed(folds[index..<end].map(\.value)).map(ScalarClass.fold)
      case .ignored:
        break
      default:
        result.append(base)
      }
      index = end
    }
    return result
  }

  private static func attaches(_ fold: Fold, to base: Fold) -> Bool {
    switch base.kind {
    case .unspaced: fold.kind == .mark || (0x1161...0x11FF).contains(fold.value)
    case .letter, .plainLetter, .digit: fold.kind == .mark
    default: false
    }
  }
}
