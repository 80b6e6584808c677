internal import Foundation

/// The lines of a file or of standard input, each as soon as it is there.
final class InputLines {
  private let stream: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// Opens a file, or standard input for `-`.
  init(path: String) throws(CommandError) {
    guard let stream = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "r") else {
      throw .cannotRead(path: path, code: errno)
    }
    self.stream = stream
  }

  deinit {
    free(buffer)
    fclose(stream)
  }

  /// The next line without its line break, or nil at the end; broken UTF-8 becomes `�`.
  func next() -> String? {
    var count = getline(&buffer, &capacity, stream)
    guard count >= 0, let buffer else { return nil }
    for byte: UInt8 in [0x0A, 0x0D] where count > 0 && UInt8(bitPattern: buffer[count - 1]) == byte
    {
      count -= 1
    }
    return UnsafeRawBufferPointer(start: buffer, count: count).withMemoryRebound(to: UInt8.self) {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
