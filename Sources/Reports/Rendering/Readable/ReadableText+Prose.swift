import Output

extension ReadableText {
  /// The Markdown of a stretch of prose: the author's as it is, values as nothing but text.
  func markdown(of pieces: [ReportResult.ProsePiece]) -> String {
    let text = pieces.map { piece in
      switch piece {
      case .markdown(let markdown): markdown
      case .value(let cell): escaped(cell)
      }
    }.joined()
    let body = text.drop { $0.isNewline }
    let end = body.lastIndex { !$0.isWhitespace }
    return end.map { String(body[...$0]) } ?? ""
  }

  private func escaped(_ cell: Cell) -> String {
    switch cell {
    case .text, .list, .passage: MarkdownText.escaped(text(of: cell))
    default: text(of: cell)
    }
  }
}
