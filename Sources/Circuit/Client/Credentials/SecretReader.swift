internal import Glibc

/// Reads secrets from where people keep them.
struct SecretReader: Sendable {
  /// The environment to look variables up in.
  let environment: [String: String]

  /// How far a file is read, in bytes: no secret is longer.
  private static let maximalByteCount = 64 << 10

  /// A secret from a file: its one line.
  func secret(inFile path: String) throws(CredentialError) -> Secret {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadableFile(path: path, errno: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.maximalByteCount)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadableFile(path: path, errno: errno) }
      if got == 0 { break }
      count += got
    }
    return try Self.secret(bytes[..<count], place: "the file '\(path)'")
  }

  /// A secret from an environment variable.
  func secret(inVariable name: String) throws(CredentialError) -> Secret {
    guard let value = environment[name], !value.isEmpty else { throw .missingVariable(name) }
    return try Self.secret(Array(value.utf8)[...], place: "the environment variable \(name)")
  }

  /// One line of visible ASCII: anything else could end the header that it goes into.
  private static func secret(
    _ bytes: ArraySlice<UInt8>,
    place: String
  ) throws(CredentialError) -> Secret {
    var text = bytes.drop { $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    guard !text.isEmpty, text.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      throw .notAToken(place: place)
    }
    return Secret(String(decoding: text, as: UTF8.self))
  }
}
