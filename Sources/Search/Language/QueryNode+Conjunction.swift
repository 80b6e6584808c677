extension QueryNode {
  /// All of `parts`, where filters with the same key that allows it are alternatives.
  static func conjunction(of parts: [QueryNode]) -> QueryNode {
    var merged: [(key: QueryKey?, nodes: [QueryNode])] = []
    var groups: [QueryKey: Int] = [:]
    for part in parts {
      guard let key = part.alternativeKey else {
        merged.append((nil, [part]))
        continue
      }
      if let group = groups[key] {
        merged[group].nodes.append(part)
      } else {
        groups[key] = merged.count
        merged.append((key, [part]))
      }
    }
    let nodes = merged.map { group in
      group.nodes.count == 1 ? group.nodes[0] : QueryNode(.or(group.nodes), group.nodes.hull)
    }
    return nodes.count == 1 ? nodes[0] : QueryNode(.and(nodes), parts.hull)
  }

  /// The key whose values are alternatives to one another, if this is one of them.
  private var alternativeKey: QueryKey? {
    guard case .filter(let filter) = kind else { return nil }
    return filter.key.flatMap { $0.repetition == .any ? $0 : nil }
  }
}

extension [QueryNode] {
  /// From where the first begins to where the last ends.
  var hull: Range<Int> {
    let lower = self.map(\.range.lowerBound).min() ?? 0
    return lower..<(self.map(\.range.upperBound).max() ?? lower)
  }
}
