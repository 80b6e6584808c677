/// What becomes of a scalar on its way to a terminal.
enum ScalarRule {
  case keep
  case drop
  case space
  case replace(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: self = .keep
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: self = .space
    case 0x00..<0x20: self = .replace(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: self = .replace("\u{2421}")
    case 0x80...0x9F: self = .replace("\u{FFFD}")
    case _ where scalar.isBidirectionalControl || scalar.isInvisibleFiller: self = .drop
    default: self = .keep
    }
  }
}

extension Unicode.Scalar {
  /// Marks, embeddings, overrides and isolates that change the order in which text is shown.
  var isBidirectionalControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Characters without width that carry nothing for a reader: soft hyphen, zero-width space, word
  /// joiner and its invisible kin, byte order mark, annotation marks, tag characters.
  ///
  /// Zero-width joiner and non-joiner are not among them: emoji and Persian need them.
  var isInvisibleFiller: Bool {
    switch value {
    case 0xAD, 0x034F, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Letters that are written from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko and others).
  var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
