internal import CUTF8Proc

/// Turns text into terms, the same way for what is indexed and for what is looked for.
///
///     analyzer.phrase(of: "Größe")     // "grosse"
///     analyzer.phrase(of: "node.js")   // "node" "js", next to each other
///     analyzer.phrase(of: "C++")       // "c++", which does not find "C"
///     analyzer.phrase(of: "東京都")     // "東京" "京都"
///
/// **Folding.** NFKC and full case folding; then diacritics vanish from Latin and Greek letters (é
/// is e, ø is o, æ is ae) and vowel points from Hebrew and Arabic, but what makes another letter
/// stays (й, が, 각). Default ignorable characters (zero width, soft hyphen, bidi controls, variation
/// selectors) and emoji skin tones vanish.
///
/// **Words.** Letters, digits and the marks on them; everything else separates, invalid UTF-8 too,
/// and each word has a position: `foo_bar`, `don't`, `3.40`, `user@host` have two.
///
/// **Symbols that belong to a word** give a second, colocated token: `+`, `++` or `#` right behind
/// a word and not before another (`c++`, `c#`; a digit may follow `++` and a one-letter word's `#`,
/// as in `C++17`), `#` or `@` right before a word and not behind one (`#tag`, `@name`), and `.`
/// before two letters or more and behind neither a word nor a dot (`.net`). With both (`#c++`) each
/// form is there. A query takes the last, the longest.
///
/// **Scripts without spaces** (Han, kana, Hangul, Bopomofo, Yi, Thai, Lao, Khmer, Myanmar): a run
/// `ABCD` gives `AB`, `BC`, `CD`, `D` at successive positions. A query at whose end such a run
/// stands may go on: `AB` finds `ABC`, and `A` is a prefix. A leading `#` or `@` goes with the
/// run's first token.
///
/// A character that stands for several words (½, ㈱) is apart from its neighbours.
///
/// **Emoji and other symbols** are tokens of their own; the parts of a joined emoji or a flag
/// follow one another. Boxes, blocks and replacement characters separate.
///
/// **Stems**, where the analyzer has languages: a word that a language's stemmer shortens or changes
/// gives a second, colocated token, the marked stem (`~debericht` beside `berichte`). A query takes
/// them where it looks for a plain word; see `inflections(of:)`.
///
/// Tokens are cut to 64 bytes, at a scalar, and keep the promises that `Token` makes.
///
/// An analyzer owns scratch memory: one a thread, and not to be used from within its own callback.
public final class Analyzer {
  /// Names these rules and the Unicode version that they rest on.
  ///
  /// An index made under another version must be made anew.
  public static let version = "1 unicode-\(String(cString: utf8proc_unicode_version()))"

  let scratch = Scratch()
  let stems: StemTable?

  /// An analyzer of its own.
  ///
  /// - Parameter languages: Those whose stems stand beside the words.
  public init(languages: Languages = .none) {
    stems = languages.isEmpty ? nil : StemTable(languages)
  }

  /// Finds the tokens of `text`, in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8; any bytes are safe.
  ///   - body: Takes a token, valid only during the call; false ends the analysis.
  public func analyze(_ text: UnsafeBufferPointer<UInt8>, _ body: (Token) -> Bool) {
    withoutActuallyEscaping(body) { body in
      let sink = CallbackSink(body: body)
      if let stems {
        _ = scan(text, into: StemmingSink(base: sink, stems: stems))
      } else {
        _ = scan(text, into: sink)
      }
    }
  }

  /// Appends the tokens of `text` to `stream`.
  ///
  /// - Parameters:
  ///   - text: UTF-8; any bytes are safe.
  ///   - stream: Where they go.
  /// - Returns: Their range in the stream, for `TokenStream.forEach(in:_:)`.
  @discardableResult
  public func encode(
    _ text: UnsafeBufferPointer<UInt8>,
    into stream: inout TokenStream
  ) -> Range<Int> {
    let start = stream.byteCount
    // The sink holds the only reference meanwhile, so that appending copies nothing.
    let sink = StreamSink(stream: stream)
    stream = TokenStream()
    stream =
      if let stems {
        scan(text, into: StemmingSink(base: sink, stems: stems)).base.stream
      } else {
        scan(text, into: sink).stream
      }
    return start..<stream.byteCount
  }

  /// Runs a scanner over `text`.
  func scan<Sink: TokenSink>(_ text: UnsafeBufferPointer<UInt8>, into sink: consuming Sink) -> Sink
  {
    guard let base = text.baseAddress else { return sink }
    var scanner = Scanner(base, count: text.count, scratch: scratch, sink: sink)
    scanner.run()
    return scanner.sink
  }
}

/// Hands the scanner's tokens to a closure.
private struct CallbackSink: TokenSink {
  let body: (Token) -> Bool

  @inline(__always)
  mutating func receive(_ token: ScannedToken) -> Bool {
    body(
      Token(
        bytes: token.bytes,
        start: token.start,
        end: token.end,
        isColocated: token.isColocated
      )
    )
  }
}
