import Search
import TestSupport
import Testing

/// A tree written out in any of its spellings reads back as that tree.
@Suite struct QueryGrammarTests {
  private indirect enum Expression: Sendable {
    case leaf(text: String, tree: String)
    case not(Expression)
    case and([Expression])
    case or([Expression])

    var tree: String {
      switch self {
      case .leaf(_, let tree): tree
      case .not(let part): "(not \(part.tree))"
      case .and(let parts): "(and \(parts.map(\.tree).joined(separator: " ")))"
      case .or(let parts): "(or \(parts.map(\.tree).joined(separator: " ")))"
      }
    }
  }

  private static let leaves: [Expression] = [
    .leaf(text: "ship", tree: #"(word "ship")"#),
    .leaf(text: "roll*", tree: #"(prefix "roll")"#),
    .leaf(text: "\"not it\"", tree: #"(phrase "not it")"#),
    .leaf(text: "“OR else”", tree: #"(phrase "OR else")"#),
    .leaf(text: "a NEAR/2 b", tree: #"(near 2 (word "a") (word "b"))"#),
    .leaf(text: "is:liked", tree: "(is liked)"),
    .leaf(text: "likes:>2", tree: "(likes 3..)"),
    .leaf(text: "mentions:\"Ana P\"", tree: #"(mentions "Ana P")"#),
  ]

  @Test func everySpellingOfATreeReadsAsThatTree() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let expression = Self.expression(depth: Int.random(in: 0...4, using: &random), &random)
      let text = Self.text(of: expression, using: &random)
      #expect(try Query(parsing: text, at: .berlin).root.description == expression.tree, "\(text)")
    }
  }

  private static func expression(depth: Int, _ random: inout SeededGenerator) -> Expression {
    guard depth > 0 else { return leaves.randomElement(using: &random) ?? leaves[0] }
    let count = Int.random(in: 2...4, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .not(expression(depth: depth - 1, &random))
    case 1: return .or((0..<count).map { _ in expression(depth: depth - 1, &random) })
    case 2: return .and((0..<count).map { _ in expression(depth: depth - 1, &random) })
    default: return expression(depth: depth - 1, &random)
    }
  }

  private static func text(of expression: Expression, using random: inout SeededGenerator) -> String
  {
    switch expression {
    case .leaf(let text, _): return text
    case .not(let part):
      let sign = ["-", "NOT ", "NOT  "].randomElement(using: &random) ?? "-"
      if case .not = part { return "NOT \(text(of: part, using: &random))" }
      if case .leaf(let text, _) = part { return sign + text }
      return "\(sign)(\(text(of: part, using: &random)))"
    case .and(let parts):
      let texts = parts.map { part in
        let text = text(of: part, using: &random)
        switch part {
        case .and, .or: return "(\(text))"
        case .leaf where Bool.random(using: &random): return "( \(text))"
        default: return text
        }
      }
      return joined(texts, by: [" ", "  ", " AND ", "\u{3000}"], using: &random)
    case .or(let parts):
      let texts = parts.map { part in
        let text = text(of: part, using: &random)
        if case .or = part { return "(\(text))" }
        return text
      }
      return joined(texts, by: [" OR ", " | ", "|", " ||"], using: &random)
    }
  }

  private static func joined(
    _ texts: [String],
    by separators: [String],
    using random: inout SeededGenerator
  ) -> String {
    texts.dropFirst().reduce(texts[0]) { text, next in
      text + (separators.randomElement(using: &random) ?? " ") + next
    }
  }
}
