/// A value that a saved query leaves open: `{{name}}` stands for it.
public struct QueryParameter: Sendable, Equatable {
  /// Its name: letters, digits, `-` and `_`.
  public let name: String
  /// Its value where a run sets none; nil where a run has to.
  public let value: String?

  /// Reads `name = value`, or `name` alone for one that has to be set.
  init?(_ text: String) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = halves[0].trimmed
    guard !name.isEmpty, name.allSatisfy(Self.mayStandInName) else { return nil }
    self.name = String(name)
    value = halves.count == 2 ? String(halves[1].trimmed) : nil
  }

  private static func mayStandInName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
  }
}

extension SavedQuery {
  /// The query with a value in each place that is left open.
  ///
  /// A value may be anything but a double quote, which would end a quotation around its place.
  ///
  /// - Parameter values: What a run sets, by name.
  /// - Returns: The query's text.
  /// - Throws: `SavedQueryError` for a name that the query does not have, a value that is missing, and
  ///   one with a double quote.
  public func query(setting values: [String: String]) throws(SavedQueryError) -> String {
    let known = parameters.map(\.name)
    for name in values.keys.sorted() where !known.contains(name) {
      throw SavedQueryError(.unknownParameter(name, known: known), file: file)
    }
    var settled: [String: String] = [:]
    for parameter in parameters {
      guard let value = values[parameter.name] ?? parameter.value else {
        throw SavedQueryError(.missingParameter(parameter.name), file: file)
      }
      guard !value.contains("\"") else {
        throw SavedQueryError(.quotedParameter(parameter.name), file: file)
      }
      settled[parameter.name] = value
    }
    // In one pass: what looks like a place in a value is text.
    return Self.pieces(of: query).map { piece in
      piece.isPlace ? settled[piece.text] ?? "" : piece.text
    }.joined()
  }

  /// The names that a text leaves open.
  static func places(in text: String) -> [String] {
    pieces(of: text).filter(\.isPlace).map(\.text)
  }

  /// A text cut at its places; of a place the name.
  private static func pieces(of text: String) -> [(text: String, isPlace: Bool)] {
    var pieces: [(text: String, isPlace: Bool)] = []
    for (index, part) in text.split(separator: "{{", omittingEmptySubsequences: false).enumerated()
    {
      let halves = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      if index == 0 {
        pieces.append((String(part), false))
      } else if halves.count == 2 {
        pieces.append((String(halves[0]), true))
        pieces.append((String(halves[1]), false))
      } else {
        pieces.append(("{{" + part, false))
      }
    }
    return pieces
  }
}
