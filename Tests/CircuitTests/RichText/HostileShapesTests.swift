import Testing

@testable import Circuit

/// Time is proved by counting what the parser gets, and measured by `make bench`.
@Suite struct HostileShapesTests {
  @Test(arguments: HostileShapes.all(bytes: 16_000).map { Shape($0) })
  func theLastWordIsKept(_ shape: Shape) {
    var text: [UInt8] = []
    var richText = RichText()
    shape.html.withUnsafeBufferPointer { _ = richText.plain($0, appendingTo: &text) }
    #expect(String(decoding: text.suffix(5000), as: UTF8.self).contains(HostileShapes.lastWord))
  }

  @Test(arguments: HostileShapes.all(bytes: 16_000).map { Shape($0) })
  func theParserGetsLittleAndShallow(_ shape: Shape) {
    var bounds = MarkupBounds()
    shape.html.withUnsafeBufferPointer { bounds.rewrite($0) }
    #expect(bounds.output.count <= shape.html.count * 8 + 1000)
    let (depth, attributes) = Self.depthAndAttributes(bounds.output)
    #expect(depth <= MarkupBounds.maximalDepth + 1)
    #expect(attributes <= 2)
  }

  @Test func thereAreManyShapesOfTheSizeAskedFor() {
    let shapes = HostileShapes.all(bytes: 10_000)
    #expect(shapes.count >= 20)
    #expect(Set(shapes.map(\.name)).count == shapes.count)
    for shape in shapes { #expect((5_000...12_000).contains(shape.html.count), "\(shape.name)") }
  }

  /// The rewriting looks at each byte a bounded number of times: twice the input, twice the output.
  @Test(
    arguments: zip(HostileShapes.all(bytes: 8_000), HostileShapes.all(bytes: 16_000)).map {
      [Shape($0), Shape($1)]
    }
  )
  func doublingTheInputDoublesTheOutput(_ pair: [Shape]) {
    let counts = pair.map { shape in
      var bounds = MarkupBounds()
      shape.html.withUnsafeBufferPointer { bounds.rewrite($0) }
      return bounds.output.count
    }
    #expect(counts[1] <= counts[0] * 2 + 4000)
  }

  struct Shape: Sendable, CustomStringConvertible {
    let name: String
    let html: [UInt8]

    init(_ shape: (name: String, html: [UInt8])) {
      name = shape.name
      html = shape.html
    }

    /// What a list of tests names it by, instead of its text.
    var description: String { name }
  }

  /// How deep elements nest, and the most attributes that one has, by counting marks: in what is
  /// rewritten `<` starts tags only, and every element has both its tags.
  private static func depthAndAttributes(_ html: [UInt8]) -> (depth: Int, attributes: Int) {
    var depth = 0
    var deepest = 0
    var attributes = 0
    for tag in html.split(separator: UInt8(ascii: "<")).dropFirst(html.first == 0x3C ? 0 : 1) {
      if tag.starts(with: "br>".utf8) { continue }
      depth += tag.first == UInt8(ascii: "/") ? -1 : 1
      deepest = max(deepest, depth)
      let head = tag.prefix { $0 != UInt8(ascii: ">") }
      attributes = max(attributes, head.filter { $0 == UInt8(ascii: "=") }.count)
    }
    #expect(depth == 0)
    return (deepest, attributes)
  }
}
