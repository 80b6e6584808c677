/// A piece of a query's text.
struct QueryToken {
  enum Kind {
    case term(QueryTerm)
    case filter(QueryFilter)
    case open
    case close
    case or
    case and
    case not
    /// A minus directly before what it negates.
    case minus
    case near(distance: Int)
  }

  let kind: Kind
  /// As typed.
  let text: String
  /// Where in the query: UTF-8 offsets.
  let range: Range<Int>

  /// The same text, meaning nothing but itself.
  var asWord: QueryToken {
    QueryToken(kind: .term(.word(text)), text: text, range: range)
  }

  /// The operator a whole word is, if it is one; only upper case makes operators.
  static func operatorKind(of word: String) -> Kind? {
    switch word {
    case "OR": return .or
    case "AND": return .and
    case "NOT": return .not
    case "NEAR": return .near(distance: 10)
    default:
      guard word.hasPrefix("NEAR/"), word.utf8.count <= 9 else { return nil }
      let digits = word.dropFirst(5)
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(digits).map { .near(distance: $0) }
    }
  }
}
