internal import Foundation

/// The platform's structured filter (its scope FILTER) as JSON: conditions joined by AND and OR, nested,
/// any of them negated.
///
///     {"connector": "AND", "conditions": [
///       {"target": "CONVERSATION_TYPE", "comparator": "EQUALS", "values": ["GROUP", "COMMUNITY"]},
///       {"connector": "OR", "not": true, "conditions": [
///         {"target": "LABEL_ID", "values": ["5f3c…"]}, {"target": "TOPIC", "values": ["test"]}]}]}
///
/// Several values of a condition are alternatives. It becomes the same tree that a query does.
public struct FilterDocument: Sendable {
  /// What the document says, as a part of a query.
  public let node: QueryNode

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - data: The JSON.
  ///   - clock: The moment and the zone in which its dates are read.
  /// - Throws: `FilterDocumentError` naming the place in the document.
  public init(_ data: [UInt8], at clock: LocalClock) throws(FilterDocumentError) {
    let element: Element
    do {
      element = try JSONDecoder().decode(Element.self, from: Data(data))
    } catch {
      throw FilterDocumentError(place: Self.place(of: error), reason: Self.reason(of: error))
    }
    node = try Self.node(of: element, at: "the document", depth: 0, clock)
  }

  private struct Element: Decodable {
    let connector: String?
    let conditions: [Element]?
    let target: String?
    let comparator: String?
    let values: [String]?
    let not: Bool?
  }

  /// What a condition may be about, and the key that says the same.
  private static let targets: [String: QueryKey] = [
    "LABEL_ID": .label, "LABEL": .label, "CONVERSATION_TYPE": .kind,
    "CONVERSATION_ID": .conversation,
    "TOPIC": .topic, "PARTICIPANT": .member, "MEMBER": .member, "PERSON": .with, "CREATOR": .from,
    "SENT_BY": .from, "SENTBY": .from, "DATE": .date, "CREATION_TIME": .date, "FILE_NAME": .file,
    "MIME_TYPE": .mime, "ITEM_TYPE": .type,
  ]

  /// Nothing needs more; the tree has its own limit for queries.
  private static let depthLimit = Query.depthLimit

  private static func node(
    of element: Element,
    at place: String,
    depth: Int,
    _ clock: LocalClock
  ) throws(FilterDocumentError) -> QueryNode {
    func fault(_ reason: String) -> FilterDocumentError {
      FilterDocumentError(place: place, reason: reason)
    }
    guard depth < depthLimit else { throw fault("it nests deeper than \(depthLimit)") }
    let node: QueryNode
    if let conditions = element.conditions {
      guard element.target == nil else {
        throw fault("it has both 'conditions' and a 'target'; put the target into a condition")
      }
      guard !conditions.isEmpty else { throw fault("'conditions' is empty") }
      var parts: [QueryNode] = []
      for (index, condition) in conditions.enumerated() {
        let place = "\(depth == 0 ? "" : place + ".")conditions[\(index)]"
        parts.append(try self.node(of: condition, at: place, depth: depth + 1, clock))
      }
      switch element.connector?.uppercased() {
      case "AND", nil: node = parts.count == 1 ? parts[0] : QueryNode(.and(parts), 0..<0)
      case "OR": node = parts.count == 1 ? parts[0] : QueryNode(.or(parts), 0..<0)
      case let other?: throw fault("'connector' is AND or OR, not '\(other)'")
      }
    } else {
      node = try condition(element, fault, clock)
    }
    return element.not == true ? QueryNode(.not(node), 0..<0) : node
  }

  private static func condition(
    _ element: Element,
    _ fault: (String) -> FilterDocumentError,
    _ clock: LocalClock
  ) throws(FilterDocumentError) -> QueryNode {
    guard let target = element.target else { throw fault("it has no 'target' and no 'conditions'") }
    guard let key = targets[target.uppercased()] else {
      let known = targets.keys.sorted().joined(separator: ", ")
      throw fault("'\(target)' is no target; there are \(known)")
    }
    guard let values = element.values, !values.isEmpty else { throw fault("it has no 'values'") }
    var nodes: [QueryNode] = []
    for value in values {
      do {
        nodes.append(try QueryNode(key: key, value: value, at: clock))
      } catch {
        throw fault(error.description)
      }
    }
    let any = nodes.count == 1 ? nodes[0] : QueryNode(.or(nodes), 0..<0)
    switch element.comparator?.uppercased() {
    case "EQUALS", "IN", "CONTAINS", nil: return any
    case "NOT_EQUALS", "NOT_IN": return QueryNode(.not(any), 0..<0)
    case let other?:
      throw fault("'comparator' is EQUALS, NOT_EQUALS, IN, NOT_IN or CONTAINS, not '\(other)'")
    }
  }

  private static func place(of error: any Error) -> String {
    let path: [any CodingKey] =
      switch error as? DecodingError {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      default: []
      }
    let names = path.reduce(into: "") { text, key in
      text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue
    }
    return names.isEmpty ? "the document" : names
  }

  private static func reason(of error: any Error) -> String {
    switch error as? DecodingError {
    case .typeMismatch(let type, _) where type == String.self: "it is not a text"
    case .typeMismatch(let type, _) where type == Bool.self: "it is not true or false"
    default: "it is not a JSON object"
    }
  }
}

/// What is wrong with a filter document, and where.
public struct FilterDocumentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Such as `conditions[0]`.
  public let place: String
  /// What is wrong there.
  public let reason: String

  /// The place and the reason, in one line.
  public var description: String { "\(place): \(reason)" }
}
