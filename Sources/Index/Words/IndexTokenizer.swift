internal import SQLite
internal import Text

/// The tokenizer `trawl` of the full-text table: one analysis, three ways in.
///
/// - Text that starts with U+0001 is a list of ready tokens separated by spaces: scope terms in documents, every
///   phrase of a query. Message text cannot start so, since its control characters are removed.
/// - Text that starts with U+0002 and a digit stands for the tokens of column *digit* of the item being written,
///   which another thread made already (see `replay`).
/// - Any other text is analysed here.
final class IndexTokenizer: FTS5Tokenizer {
  /// What the schema calls it.
  static let name = "trawl"

  static let ready: UInt8 = 0x01
  static let replayed: UInt8 = 0x02

  private var analyzer = Analyzer()
  /// The languages whose stems are made beside the words of text that is analysed here.
  private(set) var languages = Languages.none
  /// Ready tokens of a batch, and where those of the item being written lie: of its subject and its content.
  private var stream = TokenStream()
  private var columns = (0..<0, 0..<0)

  /// Sets the languages.
  func use(_ languages: Languages) {
    self.languages = languages
    analyzer = Analyzer(languages: languages)
  }

  /// Sets what the replay marks of the next INSERT stand for.
  func replay(_ stream: TokenStream, subject: Range<Int>, content: Range<Int>) {
    self.stream = stream
    columns = (subject, content)
  }

  /// Lets the tokens of the last replay go.
  func forget() {
    stream = TokenStream()
    columns = (0..<0, 0..<0)
  }

  /// What stands for the ready tokens of column 0 or 1 in an INSERT; nothing (NULL) for nil.
  ///
  /// Lives for ever.
  static func mark(ofColumn column: Int?) -> UnsafeBufferPointer<UInt8> {
    let marks: StaticString = "\u{2}0\u{2}1"
    guard let column else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: marks.utf8Start + 2 * column, count: 2)
  }

  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>,
    isQuery: Bool,
    into sink: FTS5TokenSink
  ) -> Int32 {
    switch text.first {
    case Self.ready: return emitReady(text, into: sink)
    case Self.replayed where text.count == 2: return emitReplay(Int(text[1] & 0x0f), into: sink)
    default:
      var code: Int32 = 0
      analyzer.analyze(text) { token in
        code = sink(token.bytes, start: token.start, end: token.end, isColocated: token.isColocated)
        return code == 0
      }
      return code
    }
  }

  private func emitReady(_ text: UnsafeBufferPointer<UInt8>, into sink: FTS5TokenSink) -> Int32 {
    var start = 1
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: " ") { end += 1 }
      if end > start {
        let token = UnsafeBufferPointer(rebasing: text[start..<end])
        let code = sink(token, start: start, end: end, isColocated: false)
        if code != 0 { return code }
      }
      start = end + 1
    }
    return 0
  }

  private func emitReplay(_ column: Int, into sink: FTS5TokenSink) -> Int32 {
    var code: Int32 = 0
    stream.forEach(in: column == 0 ? columns.0 : columns.1) { token, isColocated in
      code = sink(token, start: 0, end: 0, isColocated: isColocated)
      return code == 0
    }
    return code
  }
}
