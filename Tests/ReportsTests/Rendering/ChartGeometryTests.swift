import Foundation
import Output
import Testing

@testable import Reports

/// What charts draw, measured in the document: lengths follow the numbers, and nothing lies outside.
@Suite struct ChartGeometryTests {
  private let days = (19...25).map { "2018-03-\($0)" }

  /// The bars of a class, in order.
  private func bars(_ document: Element, _ style: String = "s1") -> [Element] {
    document.all("rect", class: style).filter { !$0.children.isEmpty }
  }

  private func isProportional(_ lengths: [Double], _ values: [Double]) -> Bool {
    guard let greatest = zip(values, lengths).max(by: { abs($0.0) < abs($1.0) }), greatest.0 != 0
    else {
      return lengths.allSatisfy { $0 == 0 }
    }
    let unit = greatest.1 / abs(greatest.0)
    return unit > 0
      && zip(values, lengths).allSatisfy { value, length in abs(abs(value) * unit - length) < 0.03 }
  }

  @Test(
    arguments: [
      [971, 1193, 1166, 1107, 857, 45, 91], [0, 0, 0, 0, 0, 0, 0], [5, -3, 0, 12, -20, 1, 2],
      [-1, -2, -3, -4, -5, -6, -7], [1e15, 2e15, 1, 0, 5e14, 7, 8],
      [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
    ] as [[Double]]
  )
  func barsAreAsLongAsTheirNumbers(values: [Double]) throws {
    for presentation in [Presentation.bar, .stacked] {
      let columns = try RenderedReport.document(
        RenderedReport.block(
          presentation,
          ["date", "n"],
          zip(days, values).map { [.text($0), .real($1)] }
        )
      )
      let rows = try RenderedReport.document(
        RenderedReport.block(
          presentation,
          ["name", "n"],
          zip(days, values).map { [.text("day \($0)"), .real($1)] }
        )
      )
      let drawn = presentation == .bar ? values : values.filter { $0 != 0 }
      let heights = try bars(columns).map { try $0.number("height") }
      let widths = try bars(rows).map { try $0.number("width") }
      #expect(isProportional(heights, drawn))
      #expect(isProportional(widths, drawn))
      for document in [columns, rows] { try expectAllInside(document) }
    }
  }

  /// Nothing that has a place lies outside the picture.
  private func expectAllInside(_ document: Element) throws {
    for svg in document.all("svg") {
      let (width, height) = (try svg.number("width"), try svg.number("height"))
      for rect in svg.all("rect") {
        let (x, y) = (try rect.number("x"), try rect.number("y"))
        let (right, bottom) = (x + (try rect.number("width")), y + (try rect.number("height")))
        #expect(x >= -0.01 && right <= width + 0.01)
        #expect(y >= -0.01 && bottom <= height + 0.01)
      }
      for text in svg.all("text") {
        #expect((0...width).contains(try text.number("x")))
        #expect((0...height).contains(try text.number("y")))
      }
      for dot in svg.all("circle") {
        #expect((0...width).contains(try dot.number("cx")))
        #expect((0...height).contains(try dot.number("cy")))
      }
    }
  }

  @Test func everyPresentationStaysInsideItsPicture() throws {
    for block in RenderedReport.everyPresentation() {
      try expectAllInside(try RenderedReport.document(block))
    }
  }

  @Test func bothSidesOfZeroMeetAtTheAxis() throws {
    let document = try RenderedReport.document(
      RenderedReport.block(
        .bar,
        ["name", "n"],
        [[.text("up"), .integer(3)], [.text("down"), .integer(-6)]]
      )
    )
    let bars = bars(document)
    let zero = try document.all("line", class: "axis")[0].number("x1")
    #expect(try abs(bars[0].number("x") - zero) < 0.02)
    #expect(try abs(bars[1].number("x") + bars[1].number("width") - zero) < 0.02)
  }

  @Test func partsOfABarStandOnOneAnother() throws {
    let document = try RenderedReport.document(
      RenderedReport.block(
        .stacked,
        ["date", "a", "b", "c"],
        [[.text("2018-03-19"), .integer(10), .integer(20), .integer(30)]]
      )
    )
    let parts = try (1...3).map { try #require(bars(document, "s\($0)").first) }
    for (lower, upper) in zip(parts, parts.dropFirst()) {
      #expect(try abs(upper.number("y") + upper.number("height") - lower.number("y")) < 0.02)
    }
    let heights = try parts.map { try $0.number("height") }
    #expect(isProportional(heights, [10, 20, 30]))
    #expect(document.all("text", class: "value").map(\.text) == ["60"])
  }

  @Test func missingDaysLeaveTheirPlaceEmpty() throws {
    let document = try RenderedReport.document(
      RenderedReport.block(
        .bar,
        ["date", "n"],
        ["2018-03-19", "2018-03-20", "2018-03-22"].map { [.text($0), .integer(1)] }
      )
    )
    let places = try bars(document).map { try $0.number("x") }
    #expect(abs((places[2] - places[1]) - 2 * (places[1] - places[0])) < 0.05)
  }

  @Test func linesGoThroughTheirNumbersAndBreakWhereNoneIs() throws {
    let values: [Cell] = [
      .integer(0), .integer(10), .null, .integer(5), .integer(20), .integer(20), .null,
    ]
    let document = try RenderedReport.document(
      RenderedReport.block(.line, ["date", "n"], zip(days, values).map { [.text($0), $1] })
    )
    #expect(document.all("path").count == 2)
    let dots = document.all("circle")
    let heights = try dots.map { try $0.number("cy") }
    let base = heights[0]
    #expect(isProportional(heights.map { base - $0 }, [0, 10, 5, 20, 20]))
    let steps = try dots.map { try $0.number("cx") }
    #expect(abs((steps[2] - steps[1]) - 2 * (steps[1] - steps[0])) < 0.05)
  }

  @Test func labelsOfOneLineDoNotOverlap() throws {
    for count in [1, 2, 7, 12, 53, 365] {
      let rows: [[Cell]] = (0..<count).map { day in
        [.text(CivilDayText.text(17_600 + day)), .integer(Int64(day))]
      }
      for presentation in [Presentation.bar, .line, .stacked] {
        let document = try RenderedReport.document(
          RenderedReport.block(presentation, ["date", "n"], rows)
        )
        let labels = document.all("text", class: "tick")
        for (_, line) in try Dictionary(grouping: labels, by: { try $0.number("y") }) {
          let ends = try line.map { label in
            let (x, width) = (try label.number("x"), Double(label.text.count) * 6)
            switch label.attributes["text-anchor"] {
            case "end": return (x - width, x)
            case "middle": return (x - width / 2, x + width / 2)
            default: return (x, x + width)
            }
          }.sorted { $0.0 < $1.0 }
          for (left, right) in zip(ends, ends.dropFirst()) {
            #expect(left.1 <= right.0, "\(count)")
          }
        }
      }
    }
  }

  @Test func heatMapsColourByValueAndNameWeekdaysAndHours() throws {
    let document = try RenderedReport.document(
      RenderedReport.block(
        .heatmap,
        ["weekday", "hour", "messages"],
        [
          [.integer(1), .integer(9), .integer(120)], [.integer(7), .integer(23), .integer(1)],
          [.integer(2), .integer(0), .integer(0)], [.integer(3), .integer(0), .integer(-5)],
        ]
      )
    )
    #expect(bars(document, "h6").map(\.text) == ["Mon, 09: 120"])
    #expect(bars(document, "h1").map(\.text) == ["Sun, 23: 1"])
    #expect(bars(document, "h0").map(\.text) == ["Tue, 00: 0"])
    #expect(bars(document, "g1").map(\.text) == ["Wed, 00: -5"])
    let texts = document.all("text").map(\.text)
    #expect(["Mon", "Sun", "00", "23"].allSatisfy(texts.contains))
    let table = try document.first("table")
    #expect(table.all("tr").count == 8)
    #expect(try table.first("tr").children.count == 25)
  }

  @Test func longNamesAreCutAndWholeWhenPointedAt() throws {
    let name = String(repeating: "long ", count: 30)
    let document = try RenderedReport.document(
      RenderedReport.block(.bar, ["name", "n"], [[.text(name), .integer(1)]])
    )
    let label = try #require(document.all("text").first { $0.children.first?.name == "title" })
    #expect(label.children[0].text == name)
    #expect(label.text.hasSuffix("…"))
  }
}

/// Dates by Foundation, none of the project's code.
private enum CivilDayText {
  static func text(_ dayNumber: Int) -> String {
    let date = Date(timeIntervalSince1970: Double(dayNumber) * 86_400)
    return String(date.formatted(.iso8601).prefix(10))
  }
}
