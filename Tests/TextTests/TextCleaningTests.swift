import TestSupport
import Testing
import Text

@Suite struct TextCleaningTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("tab\tline\n", "tab\tline\n"),
    ("a\r\nb\rc\u{B}d\u{85}e", "a\nb\nc\nd\ne"),
    ("nul\u{0}bell\u{7}esc\u{1B}[31m", "nulbellesc[31m"), ("del\u{7F}c1\u{9B}31m", "delc131m"),
    ("\u{FEFF}bom\u{202E}rtl\u{2066}iso\u{2069}", "bomrtliso"), ("Größe 東京 👨‍👩‍👧", "Größe 東京 👨‍👩‍👧"),
    ("12345678\u{1}", "12345678"), ("\r", "\n"), ("\r\r\n", "\n\n"),
  ])
  func removesWhatCouldHarm(_ raw: String, _ clean: String) {
    #expect(TextCleaning.clean(raw).utf8.elementsEqual(clean.utf8))
  }

  @Test func agreesWithAFilterOverScalarsOnAnyBytes() {
    var generator = SeededGenerator(seed: 8)
    for round in 0..<1500 {
      let raw =
        round % 2 == 0
        ? RandomText.brokenBytes(pieces: 6, using: &generator)
        : (0..<24).map { _ in
          UInt8.random(in: 0...255, using: &generator) & (round % 3 == 0 ? 0x7F : 0xFF)
        }
      var clean: [UInt8] = Array("kept".utf8)
      raw.withUnsafeBufferPointer { TextCleaning.clean($0, into: &clean) }
      #expect(clean == Array("kept".utf8) + Array(filtered(raw).utf8), "\(raw)")
      var again: [UInt8] = []
      clean.withUnsafeBufferPointer { TextCleaning.clean($0, into: &again) }
      #expect(again == clean)
    }
  }

  private func filtered(_ raw: [UInt8]) -> String {
    let lines = String(decoding: raw, as: UTF8.self)
      .unicodeScalars.split(separator: "\r", omittingEmptySubsequences: false)
    var result = String.UnicodeScalarView(lines[0])
    for line in lines.dropFirst() {
      if line.first != "\n" { result.append("\n") }
      result.append(contentsOf: line)
    }
    return String(
      String.UnicodeScalarView(
        result.compactMap { scalar in
          switch scalar.value {
          case 0x0B, 0x0C, 0x85: "\n"
          case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: nil
          default:
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
              ? nil : scalar
          }
        }
      )
    )
  }
}
