/// Decides which parentheses and operators of a query are ones, and turns the others into words.
///
/// People type anything: what has nothing to join, nothing to negate or nothing to enclose is text.
/// Afterwards parentheses match and hold something, and every operator has what it needs.
enum OperatorSettlement {
  static func settle(_ tokens: [QueryToken]) -> [QueryToken] {
    settleOperators(settleParentheses(tokens))
  }

  /// A `)` too many and `()` become words; a `(` too many is closed at the end.
  private static func settleParentheses(_ tokens: [QueryToken]) -> [QueryToken] {
    var settled: [QueryToken] = []
    var openings: [Int] = []
    for token in tokens {
      switch token.kind {
      case .open:
        openings.append(settled.count)
        settled.append(token)
      case .close:
        guard let opening = openings.popLast() else {
          settled.append(token.asWord)
          continue
        }
        close(opening, with: token, in: &settled)
      default: settled.append(token)
      }
    }
    let end = tokens.last?.range.upperBound ?? 0
    while let opening = openings.popLast() {
      close(opening, with: QueryToken(kind: .close, text: "", range: end..<end), in: &settled)
    }
    return settled
  }

  private static func close(
    _ opening: Int,
    with token: QueryToken,
    in settled: inout [QueryToken]
  ) {
    guard opening == settled.count - 1 else {
      settled.append(token)
      return
    }
    let open = settled.removeLast()
    let range = open.range.lowerBound..<max(open.range.upperBound, token.range.upperBound)
    let text = open.text + token.text
    settled.append(QueryToken(kind: .term(.word(text)), text: text, range: range))
  }

  private static func settleOperators(_ tokens: [QueryToken]) -> [QueryToken] {
    var settled: [QueryToken] = []
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let isOperator =
        switch token.kind {
        case .or, .and: settled.last?.endsOperand == true && next?.beginsOperand == true
        case .not: next?.beginsOperand == true
        case .near: settled.last?.isTerm == true && next?.isTerm == true
        default: true
        }
      settled.append(isOperator ? token : token.asWord)
    }
    return settled
  }
}

extension QueryToken {
  fileprivate var isTerm: Bool {
    if case .term = kind { true } else { false }
  }

  fileprivate var endsOperand: Bool {
    switch kind {
    case .term, .filter, .close: true
    default: false
    }
  }

  /// Whether it can be the first of what an operator applies to; `NEAR` there is a word.
  fileprivate var beginsOperand: Bool {
    switch kind {
    case .term, .filter, .open, .not, .minus, .near: true
    case .close, .or, .and: false
    }
  }
}
