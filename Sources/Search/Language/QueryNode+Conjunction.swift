extension QueryNode {
  /// All of `parts`, where filters with the same key that allows it are alternatives, unless they
  /// stand in parentheses of their own: the places in `groups`.
  static func conjunction(of parts: [QueryNode], exceptFor groups: Set<Int> = []) -> QueryNode {
    var merged: [(key: QueryKey?, nodes: [QueryNode])] = []
    var places: [QueryKey: Int] = [:]
    for (index, part) in parts.enumerated() {
      guard !groups.contains(index), let key = part.alternativeKey else {
        merged.append((nil, [part]))
        continue
      }
      if let place = places[key] {
        merged[place].nodes.append(part)
      } else {
        places[key] = merged.count
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
