/// Builds a snippet's line: white space made single spaces, marks carried over.
struct SnippetLine {
  private static let ellipsis: [UInt8] = Array("…".utf8)

  private var bytes: [UInt8] = []
  private var marks: [Range<Int>] = []

  init(isCutBefore: Bool) {
    if isCutBefore {
      bytes = Self.ellipsis
    }
  }

  /// Appends `range` of `text` and those of `marks` that lie in it, clipped to it.
  mutating func append(
    _ text: UnsafePointer<UInt8>,
    _ range: Range<Int>,
    marks sourceMarks: [Range<Int>]
  ) {
    var copied = range.lowerBound
    for mark in sourceMarks {
      let mark = mark.clamped(to: range)
      guard !mark.isEmpty else { continue }
      copy(text, copied..<mark.lowerBound)
      let start = bytes.count
      copy(text, mark)
      copied = mark.upperBound
      if bytes.count > start {
        marks.append(start..<bytes.count)
      }
    }
    copy(text, copied..<range.upperBound)
  }

  func snippet(isCutBefore: Bool, isCutAfter: Bool) -> Snippet {
    Snippet(
      text: String(decoding: isCutAfter ? bytes + Self.ellipsis : bytes, as: UTF8.self),
      marks: marks,
      isCutBefore: isCutBefore,
      isCutAfter: isCutAfter
    )
  }

  private mutating func copy(_ text: UnsafePointer<UInt8>, _ range: Range<Int>) {
    for index in range {
      let byte = text[index]
      if byte > 0x20, byte != 0x7F {
        bytes.append(byte)
      } else if bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
  }
}
