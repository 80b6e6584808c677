/// Strews lines that hold no item evenly among the items.
struct BrokenLines: Sendable {
  private let count: Int
  private let items: Int
  private(set) var written = 0

  init(count: Int, items: Int) {
    self.count = count
    self.items = items
  }

  /// Nothing that any reader could take for an item.
  private static let lines: [StaticString] = [
    "{\"itemId\":\"cut-off\",\"convId\":\"c1\",\"type\":\"TEXT\",\"text\":{\"content\":\"and th\n",
    "this is not JSON\n",
    "[\"itemId\",\"in\",\"a\",\"list\"]\n",
    "{\"convId\":\"c1\",\"type\":\"TEXT\",\"text\":{\"content\":\"an item without an id\"}}\n",
    "{\"itemId\":\"no-colon\",\"convId\" \"c1\"}\n",
    "42\n",
  ]

  /// Writes the broken lines that stand after the item number `items`, counted from 1.
  mutating func write(after number: Int, _ buffer: inout ByteBuffer) {
    while written < count, number * (count + 1) >= (written + 1) * items {
      buffer.append(BrokenLines.lines[written % BrokenLines.lines.count])
      written += 1
    }
  }
}
