import Circuit
import Foundation
import TestSupport
import Testing

@Suite struct UUIDBytesTests {
  @Test func canonicalTextComesBackAndIsTheUUIDsBytes() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
      let uuid = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
      let text = uuid.uuidString.lowercased()
      #expect(parse(text) == bytes)
      #expect(bytes.withUnsafeBytes { UUIDBytes.text(of: $0) } == text)
    }
  }

  @Test(arguments: [
    "", "b9bb3b1b-5fca-5123-8c0e-894e63ec712", "b9bb3b1b-5fca-5123-8c0e-894e63ec712f0",
    "B9bb3b1b-5fca-5123-8c0e-894e63ec712f", "b9bb3b1b-5fca-5123-8c0e-894e63ec712F",
    "b9bb3b1b_5fca-5123-8c0e-894e63ec712f", "b9bb3b1b5-fca-5123-8c0e-894e63ec712f",
    "g9bb3b1b-5fca-5123-8c0e-894e63ec712f", "b9bb3b1b-5fca-5123-8c0e-894e63ec712:",
    "b9bb3b1b-5fca-5123-8c0e-894e63ec71 f", "b9bb3b1b-5fca-5123-8c0e-894e63ec712é",
    "{b9bb3b1b-5fca-5123-8c0e-894e63ec71}", "b9bb3b1b-5fca-5123-8c0e-894e63ec7`2f",
  ])
  func otherTextIsNoIdentifier(text: String) {
    #expect(parse(text) == nil)
  }

  @Test func eachCharacterCounts() {
    let text = Array("b9bb3b1b-5fca-5123-8c0e-894e63ec712f")
    for index in text.indices {
      for wrong: Character in ["-", "g", "/", ":", "A", " ", "\u{0}"] where wrong != text[index] {
        var changed = text
        changed[index] = wrong
        #expect(parse(String(changed)) == nil)
      }
    }
  }

  private func parse(_ text: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let isParsed = Array(text.utf8).withUnsafeBufferPointer { text in
      bytes.withUnsafeMutableBytes { target in
        target.baseAddress.map { UUIDBytes.parse(text, into: $0) } ?? false
      }
    }
    return isParsed ? bytes : nil
  }
}
