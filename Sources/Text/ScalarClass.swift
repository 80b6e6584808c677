internal import CUTF8Proc

/// What a scalar is for the scanner, after decomposition and case folding.
///
/// By general category, from utf8proc; by block where scripts matter, as utf8proc knows no scripts.
enum ScalarClass {
  /// The fold of a scalar that decomposes no further.
  static func fold(_ scalar: UInt32) -> Fold {
    let property = utf8proc_get_property(Int32(scalar)).pointee
    if isIgnorable(scalar) || isVowelPoint(scalar) {
      return Fold(.ignored, 0)
    }
    switch UInt32(truncatingIfNeeded: Int(property.category)) {
    case UTF8PROC_CATEGORY_LU.rawValue...UTF8PROC_CATEGORY_LO.rawValue:
      if isApostrophe(scalar) { return Fold(.separator, 0) }
      if isUnspaced(scalar) { return Fold(.unspaced, scalar) }
      return Fold(isLatinOrGreek(scalar) ? .plainLetter : .letter, scalar)
    case UTF8PROC_CATEGORY_MN.rawValue, UTF8PROC_CATEGORY_MC.rawValue:
      return Fold(.mark, scalar)
    case UTF8PROC_CATEGORY_ME.rawValue:
      return Fold(.ignored, 0)
    case UTF8PROC_CATEGORY_ND.rawValue...UTF8PROC_CATEGORY_NO.rawValue:
      return Fold(isUnspaced(scalar) ? .unspaced : .digit, scalar)
    case UTF8PROC_CATEGORY_SO.rawValue where !isDrawing(scalar):
      return Fold(.symbol, scalar)
    case UTF8PROC_CATEGORY_CN.rawValue where isUnspaced(scalar):
      // Ideographs newer than the library.
      return Fold(.unspaced, scalar)
    default:
      return Fold(.separator, keptSeparators.contains(scalar) ? scalar : 0)
    }
  }

  /// `#`, `+`, `.`, `@`: they can belong to a word.
  private static let keptSeparators: [UInt32] = [0x23, 0x2B, 0x2E, 0x40]

  /// U+0345, which a Greek letter carries below.
  static let iotaBelow: UInt32 = 0x0345

  /// Modifier letters used as apostrophes: `компʼютер` is split as `комп'ютер` is.
  private static func isApostrophe(_ scalar: UInt32) -> Bool {
    (0x02B9...0x02BF).contains(scalar) || scalar == 0x02EE
  }

  /// Whether it is an emoji or may become one in a later Unicode.
  static func isPictograph(_ scalar: UInt32) -> Bool {
    let property = utf8proc_get_property(Int32(scalar)).pointee
    return property.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC.rawValue
  }

  /// Whether it is one of Unicode's default ignorables or the skin tone of an emoji.
  static func isIgnorable(_ scalar: UInt32) -> Bool {
    let property = utf8proc_get_property(Int32(scalar)).pointee
    return property.ignorable != 0 || (0x1F3FB...0x1F3FF).contains(scalar)
  }

  /// Boxes, blocks and the characters that stand for something unreadable: they draw or fill, and
  /// say nothing.
  private static func isDrawing(_ scalar: UInt32) -> Bool {
    (0x2500...0x259F).contains(scalar) || scalar == 0xFFFC || scalar == 0xFFFD
  }

  /// Hebrew points and accents, Arabic short vowels and the stroke that stretches a word: writers
  /// leave them out.
  static func isVowelPoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7: true
    case 0x0610...0x061A, 0x0640, 0x064B...0x0652, 0x0670: true
    default: false
    }
  }

  private static func isLatinOrGreek(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x02FF, 0x0370...0x03FF, 0x1D00...0x1DBF, 0x1E00...0x1FFF: true
    case 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB6F: true
    default: false
    }
  }

  /// Whether the scalar's script is written without spaces: Han, kana, Hangul (whose compounds want
  /// finding by their parts), Bopomofo, Tangut, Nushu, Yi, Thai, Lao, Myanmar, Khmer.
  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E01...0x0E4F, 0x0E81...0x0ECF, 0x0EDC...0x0EDF: true
    case 0x1000...0x103F, 0x1050...0x108F, 0x109A...0x109D: true
    case 0x1100...0x11FF, 0x1780...0x17D7, 0x17DC, 0x17DD: true
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035: true
    case 0x3038...0x303C, 0x3041...0x318E, 0x31A0...0x31BF, 0x31F0...0x31FF: true
    case 0x3400...0x4DBF, 0x4E00...0xA48C, 0xA960...0xA97C, 0xA9E0...0xA9EF: true
    case 0xA9FA...0xA9FE, 0xAA60...0xAA7F, 0xAC00...0xD7FB, 0xF900...0xFAFF: true
    case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
