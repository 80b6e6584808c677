import Foundation
import Testing

@testable import Reports

/// The colours of the style sheet can be told from what is behind them, in light and in dark.
@Suite struct ColourTests {
  /// The variables of a theme: the first rule has the light ones, the second what is other in the dark.
  private func themes() throws -> [[String: String]] {
    let rules = StyleSheet.text.components(separatedBy: ":root{").dropFirst().map { rule in
      rule.prefix { $0 != "}" }.split(separator: ";").reduce(into: [String: String]()) {
        found,
        pair in
        let parts = pair.split(separator: ":").map {
          $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if parts.count == 2 { found[parts[0]] = parts[1] }
      }
    }
    try #require(rules.count == 2)
    return [rules[0], rules[0].merging(rules[1]) { _, dark in dark }]
  }

  /// The contrast of two colours, after WCAG 2.
  private func contrast(_ left: String?, _ right: String?) throws -> Double {
    let light = try [left, right].map { colour in
      var digits = String(try #require(colour).dropFirst())
      if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
      let number = try #require(Int(digits, radix: 16))
      let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
        let part = Double(part) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05
    }
    return max(light[0], light[1]) / min(light[0], light[1])
  }

  @Test func textAndGraphicsHaveEnoughContrast() throws {
    for theme in try themes() {
      let page = theme["--page"]
      for text in ["--ink", "--muted", "--link"] {
        for ground in [page, theme["--soft"]] {
          #expect(try contrast(theme[text], ground) >= 4.5, "\(text)")
        }
      }
      #expect(try contrast(theme["--ink"], theme["--mark"]) >= 4.5)
      for series in 1...8 { #expect(try contrast(theme["--c\(series)"], page) >= 3, "\(series)") }
    }
  }

  @Test func numbersInTheFieldsOfAHeatMapCanBeRead() throws {
    for theme in try themes() {
      #expect(try contrast(theme["--muted"], theme["--h0"]) >= 4.5)
      for colour in 1...6 {
        let text = theme[colour < 4 ? "--low" : colour == 4 ? "--low4" : "--high"]
        for side in ["h", "g"] {
          #expect(try contrast(text, theme["--\(side)\(colour)"]) >= 4.5, "\(side)\(colour)")
        }
      }
    }
  }
}
