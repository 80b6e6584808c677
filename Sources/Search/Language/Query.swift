/// A query as typed, and its tree.
///
/// It knows no index: names in it are still as typed.
///
///     let query = try Query(parsing: "from:ana (ship OR sail) -draft", at: clock)
///     print(query.root)
///     // (and (from "ana") (or (word "ship") (word "sail")) (not (word "draft")))
public struct Query: Sendable, Hashable {
  /// The longest query that is read, in bytes of UTF-8.
  public static let lengthLimit = 16_384
  /// How deep parentheses and negations may nest.
  public static let depthLimit = 50

  /// As typed.
  public let text: String
  /// What it says; its ranges are UTF-8 offsets into `text`.
  public let root: QueryNode

  /// Reads a query.
  ///
  /// `AND`, which may be left out, binds tighter than `OR`. Only known keys are operators, and what
  /// cannot be an operator where it stands is a word.
  ///
  /// - Parameters:
  ///   - text: What someone typed.
  ///   - clock: The moment and the zone in which its dates are read.
  /// - Throws: `QueryError` with the place and the reason.
  public init(parsing text: String, at clock: LocalClock) throws(QueryError) {
    let byteCount = text.utf8.count
    guard byteCount <= Self.lengthLimit else {
      throw QueryError(
        .tooLong(byteCount: byteCount, limit: Self.lengthLimit),
        Self.lengthLimit..<byteCount
      )
    }
    let tokens = OperatorSettlement.settle(try QueryLexer.tokens(of: text, at: clock))
    self.text = text
    root = try QueryParser.tree(of: tokens, depthLimit: Self.depthLimit)
  }

  private init(text: String, root: QueryNode) {
    self.text = text
    self.root = root
  }

  /// The query and all of `filters` as well, as options beside a query ask for.
  ///
  /// The same key twice among the filters means what it means in a query; a filter never widens
  /// what the query itself says.
  ///
  /// - Parameter filters: Nodes made by `QueryNode.init(key:value:at:)`.
  /// - Returns: A query with the same text.
  public func narrowed(by filters: [QueryNode]) -> Query {
    guard !filters.isEmpty else { return self }
    let narrowing = QueryNode.conjunction(of: filters)
    guard root.kind != .everything else { return Query(text: text, root: narrowing) }
    let parts = if case .and(let parts) = narrowing.kind { parts } else { [narrowing] }
    return Query(text: text, root: QueryNode(.and([root] + parts), root.range))
  }
}

extension QueryNode {
  /// The filter that an option such as `--from ana` stands for.
  ///
  /// - Parameters:
  ///   - key: The key the option is named after.
  ///   - value: The option's value; no quotes are needed around spaces.
  ///   - clock: The moment and the zone in which dates are read.
  /// - Throws: `QueryError` with a range within `value`.
  public init(key: QueryKey, value: String, at clock: LocalClock) throws(QueryError) {
    let range = 0..<value.utf8.count
    guard !value.allSatisfy(\.isWhitespace) else {
      throw QueryError(.missingValue(key: key.name), range)
    }
    let field = FieldValue(
      text: value,
      isQuoted: value.contains(where: \.isWhitespace),
      range: range
    )
    let reader = FilterReader(key: key, name: key.name, value: field, clock: clock)
    // It stands nowhere in the query's text.
    self.init(.filter(try reader.filter()), 0..<0)
  }
}
