/// What a name can be one of.
public enum SubjectKind: Sendable {
  /// Somebody.
  case person
  /// Where people write.
  case conversation
}

extension SearchEngine {
  /// The one person or conversation that a text means, as `from:` and `in:` understand it.
  ///
  /// - Parameters:
  ///   - kind: What is looked for.
  ///   - text: An id, an e-mail address, a name or a topic, or the unique beginning of one; `me` for a person.
  /// - Returns: The number by which the index's tables know it, and the API's id.
  /// - Throws: `QueryError` when the text means nothing or several, with what there is instead; `SQLiteError`.
  public func find(_ kind: SubjectKind, named text: String) throws -> (id: Int64, wireID: String) {
    try names.dense(
      text,
      kind == .person ? .person : .conversation,
      at: 0..<text.unicodeScalars.count
    )
  }
}
