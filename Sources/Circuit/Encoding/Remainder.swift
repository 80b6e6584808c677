/// Remainders as JSON: the order of members means nothing.
public enum Remainder {
  /// Whether two remainders say the same, their members in whatever order.
  ///
  /// Values are compared as they are written, so `1` and `1.0` differ.
  ///
  /// - Parameters:
  ///   - left: A minified JSON object.
  ///   - right: Another.
  /// - Returns: Whether they are the same; false for what is no JSON object, unless the bytes are the same.
  public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left != right else { return true }
    guard left.count == right.count else { return false }
    guard let left = sorted(left), let right = sorted(right) else { return false }
    return left == right
  }

  private static func sorted(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    let isJSON = bytes.withUnsafeBufferPointer { bytes in
      do throws(EncodingProblem) {
        try appendSorted(bytes, to: &output)
        return true
      } catch {
        return false
      }
    }
    return isJSON ? output : nil
  }

  private static func appendSorted(
    _ value: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8]
  ) throws(EncodingProblem) {
    guard value.first == UInt8(ascii: "{") else { return output.append(contentsOf: value) }
    let members = try JSONMembers(value).members.sorted {
      value[$0.key].lexicographicallyPrecedes(value[$1.key])
    }
    for member in members {
      output.append(contentsOf: value[member.key.lowerBound - 1..<member.value.lowerBound])
      try appendSorted(UnsafeBufferPointer(rebasing: value[member.value]), to: &output)
      output.append(UInt8(ascii: ","))
    }
    // Members end in a comma each, so that an object in an object cannot be taken for its neighbours.
    output.append(UInt8(ascii: "}"))
  }
}
