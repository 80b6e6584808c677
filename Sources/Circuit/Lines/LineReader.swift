internal import Glibc

/// Reads a file, a pipe or standard input as chunks of whole lines.
///
/// Reads are large and memory is bounded: the buffer grows beyond `chunkByteCount` only for a line
/// that is longer, up to `maximalLineByteCount`. A line that is longer still is passed over and
/// reported, and reading goes on behind its end.
public final class LineReader {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let chunkByteCount: Int
  private let maximalLineByteCount: Int
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0  // of the bytes not handed out yet
  private var end = 0
  private var searched = 0  // there is no line end between `start` and here
  private var line = 1  // the number of the line at `start`
  private var isAtEnd = false
  private var tooLong: [RejectedRecord] = []

  /// A reader of an open file, which stays open.
  ///
  /// - Parameters:
  ///   - descriptor: An open file descriptor, such as 0 for standard input.
  ///   - chunkByteCount: How much to read at a time, in bytes.
  ///   - maximalLineByteCount: The longest line that is kept, in bytes.
  public init(
    descriptor: Int32,
    chunkByteCount: Int = 2 << 20,
    maximalLineByteCount: Int = DecodingProblem.maximalByteCount
  ) {
    self.descriptor = descriptor
    ownsDescriptor = false
    self.maximalLineByteCount = max(maximalLineByteCount, 1)
    self.chunkByteCount = min(max(chunkByteCount, 1), self.maximalLineByteCount)
    buffer = Self.allocate(self.chunkByteCount)
  }

  /// A reader of the file at `path`, open as long as the reader lives.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - chunkByteCount: How much to read at a time, in bytes.
  ///   - maximalLineByteCount: The longest line that is kept, in bytes.
  /// - Throws: `ReadingError.open` if it cannot be opened.
  public init(
    path: String,
    chunkByteCount: Int = 2 << 20,
    maximalLineByteCount: Int = DecodingProblem.maximalByteCount
  ) throws(ReadingError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .open(path: path, errno: errno) }
    ownsDescriptor = true
    self.maximalLineByteCount = max(maximalLineByteCount, 1)
    self.chunkByteCount = min(max(chunkByteCount, 1), self.maximalLineByteCount)
    buffer = Self.allocate(self.chunkByteCount)
  }

  deinit {
    buffer.deallocate()
    if ownsDescriptor { close(descriptor) }
  }

  /// The next whole lines.
  ///
  /// What the chunk before pointed to is gone.
  ///
  /// - Returns: At least one line, or lines that were too long; `nil` at the end.
  /// - Throws: `ReadingError.read` if the system cannot read on.
  public func next() throws(ReadingError) -> LineChunk? {
    moveToFront()
    while true {
      if let length = wholeLines() { return take(length) }
      if isAtEnd {
        guard start < end || !tooLong.isEmpty else { return nil }
        return take(end - start)
      }
      if end - start > maximalLineByteCount {
        try skipLine()
      } else {
        makeRoom()
        try fill()
      }
    }
  }

  private static func allocate(_ byteCount: Int) -> UnsafeMutableRawBufferPointer {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: byteCount + LineChunk.paddingByteCount,
      alignment: 64
    )
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    return buffer
  }

  private var capacity: Int { buffer.count - LineChunk.paddingByteCount }

  private func moveToFront() {
    guard start > 0, let base = buffer.baseAddress else { return }
    memmove(base, base + start, end - start)
    end -= start
    searched -= start
    start = 0
  }

  /// How many bytes up to the last line end, or `nil` if no line is whole.
  private func wholeLines() -> Int? {
    defer { searched = end }
    guard end > searched else { return nil }
    guard let newline = buffer[searched..<end].lastIndex(of: 0x0A) else { return nil }
    return newline + 1 - start
  }

  private func take(_ length: Int) -> LineChunk {
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<start + length])
    let chunk = LineChunk(bytes: bytes, firstLine: line, tooLong: tooLong)
    tooLong = []
    line += Self.lineEnds(in: bytes)
    start += length
    return chunk
  }

  private static func lineEnds(in bytes: UnsafeRawBufferPointer) -> Int {
    guard var position = bytes.baseAddress else { return 0 }
    let end = position + bytes.count
    var count = 0
    while let newline = memchr(position, 0x0A, end - position) {
      count += 1
      position = UnsafeRawPointer(newline) + 1
    }
    return count
  }

  private func makeRoom() {
    guard end == capacity else { return }
    if start > 0 { return moveToFront() }
    let larger = Self.allocate(min(capacity * 2, maximalLineByteCount + 1))
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
    buffer.deallocate()
    buffer = larger
  }

  /// Reads once into the free part of the buffer.
  private func fill() throws(ReadingError) {
    while true {
      let room = min(capacity - end, chunkByteCount)
      let count = read(descriptor, buffer.baseAddress.map { $0 + end }, room)
      if count > 0 { end += count }
      if count == 0 { isAtEnd = true }
      if count >= 0 { return }
      guard errno == EINTR else { throw .read(errno: errno) }
    }
  }

  /// Drops the line at `start`, which is too long, up to and with its line end.
  private func skipLine() throws(ReadingError) {
    tooLong.append(RejectedRecord(line: line, problem: .tooLong, bytes: .absent))
    line += 1
    while !isAtEnd {
      start = 0
      end = 0
      try fill()
      if let base = buffer.baseAddress, let newline = memchr(base, 0x0A, end) {
        start = UnsafeRawPointer(newline) - UnsafeRawPointer(base) + 1
        searched = start
        return
      }
    }
    start = end
    searched = end
  }
}
