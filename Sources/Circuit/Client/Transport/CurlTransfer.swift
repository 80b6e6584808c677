internal import CCurl

/// An answer as it arrives, and what libcurl calls meanwhile.
final class CurlTransfer {
  private(set) var body: [UInt8] = []
  private(set) var retryAfter: String?
  private(set) var date: String?
  /// Why the transfer was ended from this side.
  private(set) var refusal: TransportError.Kind?
  private let maximalByteCount: Int
  private let isStopped: () -> Bool

  init(maximalByteCount: Int, isStopped: @escaping () -> Bool) {
    self.maximalByteCount = maximalByteCount
    self.isStopped = isStopped
  }

  /// libcurl's callback for a part of the body.
  static let takeBody: ccurl_take = { bytes, size, count, context in
    CurlTransfer.of(context)?.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
      ?? 0
  }

  /// libcurl's callback for a header, one whole line.
  static let takeHeader: ccurl_take = { bytes, size, count, context in
    CurlTransfer.of(context)?.take(
      header: UnsafeRawBufferPointer(start: bytes, count: size * count)
    )
    return size * count
  }

  /// libcurl's callback for the passing of time.
  static let tick: ccurl_tick = { context, _, _, _, _ in
    guard let transfer = CurlTransfer.of(context), transfer.isStopped() else { return 0 }
    transfer.refusal = .stopped
    return 1
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func take(body part: UnsafeRawBufferPointer) -> Int {
    guard part.count <= maximalByteCount - body.count else {
      refusal = .tooLarge
      return 0
    }
    body.append(contentsOf: part)
    return part.count
  }

  private func take(header line: UnsafeRawBufferPointer) {
    // A status line starts the headers of an answer anew: there is one for each interim answer too.
    if line.starts(with: "HTTP/".utf8) {
      retryAfter = nil
      date = nil
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = line[..<colon]
    if name.isSame(as: "retry-after") {
      retryAfter = Self.text(line[(colon + 1)...])
    } else if name.isSame(as: "date") {
      date = Self.text(line[(colon + 1)...])
    }
  }

  private static func text(_ value: Slice<UnsafeRawBufferPointer>) -> String {
    var value = value.drop { $0 <= 0x20 }
    while let last = value.last, last <= 0x20 { value.removeLast() }
    return String(decoding: value, as: UTF8.self)
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Whether it is a header's name, which is in lower case here and any case on the wire.
  fileprivate func isSame(as name: StaticString) -> Bool {
    count == name.utf8CodeUnitCount
      && zip(self, UnsafeBufferPointer(start: name.utf8Start, count: count)).allSatisfy {
        $0 | 0x20 == $1
      }
  }
}
