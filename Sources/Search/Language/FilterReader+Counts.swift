extension FilterReader {
  /// Reads a number of things: `3`, `=3`, `>3`, `>=3`, `<3`, `<=3`, `2..5`, `2..` and `..5`.
  func countRange() throws(QueryError) -> CountRange {
    try range { text throws(QueryError) in try number(text) }
  }

  /// Reads a number of bytes in the same forms, with units: `>1M`, `200k..2M`, `<=1.5MiB`.
  func sizeRange() throws(QueryError) -> CountRange {
    try range { text throws(QueryError) in
      guard let size = ByteSize(text) else { throw notASize }
      return size.bytes
    }
  }

  private func range(
    of number: (Substring) throws(QueryError) -> Int
  ) throws(QueryError) -> CountRange {
    let text = value.text
    if let (lower, upper) = text.rangeBounds {
      guard !lower.isEmpty || !upper.isEmpty else { throw key == .size ? notASize : notANumber }
      let from = lower.isEmpty ? 0 : try number(lower)
      let to = upper.isEmpty ? nil : try number(upper)
      if let to, to < from { throw QueryError(.backwardRange(text), value.range) }
      return CountRange(from, to)
    }
    let sign = text.prefix { $0 == "<" || $0 == ">" || $0 == "=" }
    let number = try number(text.dropFirst(sign.count))
    switch sign {
    case "", "=": return CountRange(number, number)
    case ">": return CountRange(number + 1, nil)
    case ">=": return CountRange(number, nil)
    case "<=": return CountRange(0, number)
    case "<":
      guard number > 0 else {
        throw QueryError(.impossibleCount(key: name, value: text), value.range)
      }
      return CountRange(0, number - 1)
    default: throw key == .size ? notASize : notANumber
    }
  }

  private func number(_ text: Substring) throws(QueryError) -> Int {
    guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text)
    else { throw notANumber }
    return number
  }

  private var notANumber: QueryError {
    QueryError(
      .notANumber(key: name, value: value.text),
      value.range,
      hint: .example("\(name):>3, \(name):0 or \(name):2..5")
    )
  }
}

extension FilterReader {
  private var notASize: QueryError {
    QueryError(
      .notASize(key: name, value: value.text),
      value.range,
      hint: .example("\(name):>1M, \(name):200k..2M or \(name):<1.5GiB")
    )
  }
}

extension String {
  /// What stands before and after the first `..`, if there is one.
  var rangeBounds: (lower: Substring, upper: Substring)? {
    guard let dot = indices.first(where: { self[$0...].hasPrefix("..") }) else { return nil }
    return (self[..<dot], self[index(dot, offsetBy: 2)...])
  }
}
