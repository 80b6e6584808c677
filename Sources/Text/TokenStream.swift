/// Tokens of many texts in one piece of memory, to be replayed elsewhere: on another thread, say.
///
/// A token is one byte (bits 0…6 its length, bit 7 whether it is colocated) and its bytes.
public struct TokenStream: Sendable {
  /// The longest token it takes, in bytes.
  public static let tokenLimit = 127

  private static let colocated: UInt8 = 0x80

  var bytes: [UInt8] = []

  /// An empty stream.
  public init() {}

  /// How many bytes it holds: where the next text's tokens begin.
  public var byteCount: Int { bytes.count }

  /// Adds a term made elsewhere.
  ///
  /// - Parameters:
  ///   - token: Its bytes, 1…`tokenLimit` of them.
  ///   - isColocated: Whether it stands at the position of the token before it.
  public mutating func append(_ token: UnsafeBufferPointer<UInt8>, isColocated: Bool = false) {
    precondition(!token.isEmpty && token.count <= Self.tokenLimit, "token of a wrong length")
    bytes.append(UInt8(truncatingIfNeeded: token.count) | (isColocated ? Self.colocated : 0))
    bytes.append(contentsOf: token)
  }

  /// Adds a term made elsewhere, at a position of its own.
  /// - Parameter term: A term of 1…`tokenLimit` bytes as UTF-8.
  public mutating func append(term: String) {
    var term = term
    term.withUTF8 { append($0) }
  }

  /// Hands out the tokens of a range, in order.
  ///
  /// - Parameters:
  ///   - range: A range that `Analyzer.encode(_:into:)` returned, or several that follow one another.
  ///   - body: Takes a token's bytes, valid only during the call, and whether it is colocated; false
  ///     ends the replay.
  /// - Throws: What `body` throws.
  public func forEach(
    in range: Range<Int>,
    _ body: (_ token: UnsafeBufferPointer<UInt8>, _ isColocated: Bool) throws -> Bool
  ) rethrows {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range out of bounds")
    try bytes.withUnsafeBufferPointer { buffer in
      var index = range.lowerBound
      while index < range.upperBound {
        let length = Int(buffer[index] & ~Self.colocated)
        let isColocated = buffer[index] & Self.colocated != 0
        index += 1
        guard index + length <= range.upperBound else { return }
        let token = UnsafeBufferPointer(rebasing: buffer[index..<index + length])
        guard try body(token, isColocated) else { return }
        index += length
      }
    }
  }

  /// Empties the stream.
  ///
  /// - Parameter keepingCapacity: Whether its memory stays for the next texts.
  public mutating func removeAll(keepingCapacity: Bool = true) {
    bytes.removeAll(keepingCapacity: keepingCapacity)
  }
}

/// Appends what the scanner finds to a stream, which it holds meanwhile.
struct StreamSink: TokenSink {
  var stream: TokenStream

  @inline(__always)
  mutating func receive(_ token: ScannedToken) -> Bool {
    stream.append(token.bytes, isColocated: token.isColocated)
    return true
  }
}
