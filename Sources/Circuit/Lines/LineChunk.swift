/// Whole lines of a file, with padding behind them for the decoder.
public struct LineChunk {
  /// The lines with their line ends.
  ///
  /// The last line of a file may lack its own. Valid until the reader's next chunk.
  public let bytes: UnsafeRawBufferPointer
  /// The number of the first line, counted from 1.
  public let firstLine: Int
  /// Lines before these that were too long to be kept.
  public let tooLong: [RejectedRecord]

  /// How many bytes behind `bytes` can be read.
  static let paddingByteCount = 64
}
