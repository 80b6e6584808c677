internal import Text

/// A prefix as the words that begin so.
///
/// FTS5 gathers the postings of all words that begin so before it gives the first, which takes longer
/// the more items there are. Asked for as alternatives, the words' lists are read together from the
/// newest on, and no further than a page needs.
extension SearchEngine {
  /// Up to how many words a prefix is asked for as alternatives; with more, finding and opening their
  /// lists costs more than it saves.
  private static let expansionLimit = 64

  /// The plan with alternatives for its prefixes, where they are few.
  ///
  /// - Throws: `SQLiteError`.
  func expandingPrefixes(of plan: SearchPlan) throws -> SearchPlan {
    guard let match = plan.match, plan.driver == .postings else { return plan }
    return plan.asking(try expanded(match))
  }

  private func expanded(_ node: MatchNode) throws -> MatchNode {
    switch node {
    case .phrase(let phrase, let column):
      guard phrase.isPrefix, phrase.tokens.count == 1,
        let terms = try terms.terms(beginningWith: phrase.tokens[0], limit: Self.expansionLimit),
        !terms.isEmpty
      else { return node }
      let words = terms.map { MatchNode.phrase(QueryPhrase(tokens: [$0]), column: column) }
      return words.count == 1 ? words[0] : .any(words)
    case .near: return node
    case .all(let nodes): return .all(try nodes.map(expanded))
    case .any(let nodes): return .any(try nodes.map(expanded))
    case .except(let wanted, let unwanted): return .except(try expanded(wanted), unwanted)
    }
  }
}
