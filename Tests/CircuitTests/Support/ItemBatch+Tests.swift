import Circuit

extension ItemBatch {
  /// Decodes one line given as text.
  func decode(_ line: String, number: Int = 1) {
    decode(Array(line.utf8), number: number)
  }

  /// Decodes one line given as bytes, in memory that ends where the line ends.
  func decode(_ line: [UInt8], number: Int = 1) {
    line.withUnsafeBytes { decode(line: $0, number: number) }
  }

  /// An item's JSON, written back.
  func encoded(_ index: Int) throws -> [UInt8] {
    var output: [UInt8] = []
    let item = self[index]
    try ItemEncoder.append(
      item,
      likedUserIds: likedUserIds(of: item),
      attachments: attachments(of: item),
      to: &output
    )
    return output
  }
}
