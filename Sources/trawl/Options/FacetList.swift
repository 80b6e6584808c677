// Public, as conformances of public types must be.
public import Arguments
public import Search

/// Facets on the command line: `person` or `person,month`.
public struct FacetList: ArgumentValue, Equatable {
  /// The facets, in order.
  public let facets: [Facet]

  /// Names of facets with commas between them.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` listing the facets.
  public init(argument: String) throws(InvalidValue) {
    var facets: [Facet] = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      facets.append(try Facet(argument: String(name)))
    }
    self.facets = facets
  }

  /// The names with commas between them.
  public var argumentText: String { facets.map(\.rawValue).joined(separator: ",") }

  /// The facets, each alone.
  public static var argumentChoices: [String] { Facet.argumentChoices }
}

extension Facet: ArgumentValue {}
