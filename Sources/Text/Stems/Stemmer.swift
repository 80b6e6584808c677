internal import CStemmer

/// Snowball's stemmer of one language, for folded words.
///
/// One a thread.
final class Stemmer {
  /// The longest stem in bytes; of a word with a longer one nothing is taken off.
  static let stemLimit = 44

  let language: Language
  private let handle: OpaquePointer

  /// Nil when the library does not know the language.
  init?(_ language: Language) {
    guard let handle = sb_stemmer_new(language.rawValue, "UTF_8") else { return nil }
    self.language = language
    self.handle = handle
  }

  deinit {
    sb_stemmer_delete(handle)
  }

  /// Lends the stem of `word`: the word itself where the language has no ending to take off.
  /// - Parameters:
  ///   - word: A folded word in UTF-8.
  ///   - body: Takes the stem, valid only during the call.
  /// - Returns: What `body` returns.
  func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let stem = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count))
    let length = Int(sb_stemmer_length(handle))
    guard let stem, (1...Self.stemLimit).contains(length) else { return body(word) }
    return body(UnsafeBufferPointer(start: stem, count: length))
  }

  /// Tells the library's releases apart: what becomes of all endings of two letters behind a few beginnings.
  ///
  /// The library does not say which release it is.
  var digest: UInt32 {
    var digest: UInt32 = 2_166_136_261
    let letters = language.letters
    for beginning in [String(letters[2...3]), String(letters.prefix(12))] {
      for first in letters {
        for second in letters {
          var word = "\(beginning)\(first)\(second)"
          word.withUTF8 { word in
            withStem(of: word) { stem in
              for byte in stem { digest = (digest ^ UInt32(byte)) &* 16_777_619 }
            }
          }
          digest = (digest ^ 0xFF) &* 16_777_619
        }
      }
    }
    return digest
  }
}

extension Language {
  /// The letters of the alphabet it is written in, as far as a digest wants them.
  fileprivate var letters: [Character] {
    let scalars: ClosedRange<UInt32> =
      switch self {
      case .arabic: 0x0621...0x064A
      case .armenian: 0x0561...0x0586
      case .greek: 0x03B1...0x03C9
      case .hindi, .nepali: 0x0905...0x094D
      case .russian, .serbian: 0x0430...0x0458
      case .tamil: 0x0B85...0x0BCD
      case .yiddish: 0x05D0...0x05EA
      default: 0x61...0x7A
      }
    return scalars.compactMap(Unicode.Scalar.init).map(Character.init)
  }
}
