package struct RichTextFacts { package var hasLink = false; package var mentions: [String] = []; package var isRich = false; package init() {}; package mutating func reset() { self = .init() } }
package enum RichText {
  package static let version = "0"
  package static func plain(_ b: UnsafeBufferPointer<UInt8>, into o: inout [UInt8], facts: inout RichTextFacts) {
    var intag = false
    for c in b { if c == 60 { intag = true } else if c == 62 { intag = false; o.append(32) } else if !intag { o.append(c) } }
  }
}
