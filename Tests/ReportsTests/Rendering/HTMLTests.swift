import Foundation
import Output
import TestSupport
import Testing

@testable import Reports

/// The document as a whole: one well-formed file that fetches nothing, runs nothing, and says everything.
@Suite struct HTMLTests {
  private func result() throws -> ReportResult {
    try RenderedReport.result(
      RenderedReport.everyPresentation(),
      notes: ["Not over yet."],
      prose: [.markdown("There were "), .value(.integer(5430)), .markdown(" *messages*.")]
    )
  }

  @Test func aSmallReportIsWrittenSo() throws {
    let blocks = RenderedReport.everyPresentation().filter {
      ["figures", "names", "rows"].contains($0.name)
    }
    let html = try RenderedReport.html(
      try RenderedReport.result(
        blocks,
        notes: ["Not over yet."],
        prose: [.markdown("There were "), .value(.integer(5430)), .markdown(" *messages*.")]
      )
    )
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/small.html")
    // The style sheet is not what this is about.
    let text = html.replacing(StyleSheet.text, with: "").replacing(StyleSheet.hash, with: "HASH")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded; run without RECORD")
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
  }

  @Test func theSameResultGivesTheSameBytes() throws {
    #expect(try RenderedReport.html(try result()) == RenderedReport.html(try result()))
  }

  @Test func nothingIsRunFetchedOrStyledInPlace() throws {
    let document = try Element.document(try RenderedReport.html(try result()))
    let allowed: Set = [
      "html", "head", "meta", "title", "style", "body", "main", "header", "nav", "section", "h1",
      "h2", "p", "em", "ul", "li", "a", "dl", "dt", "dd", "div", "figure", "svg", "desc", "g",
      "rect", "line", "path", "circle", "text", "details", "summary", "table", "thead", "tbody",
      "tr", "th", "td", "bdi", "time",
    ]
    #expect(Set(document.all.map(\.name)).subtracting(allowed).isEmpty)
    for element in document.all {
      for (name, value) in element.attributes {
        #expect(name != "style" && !name.hasPrefix("on") && name != "src", "\(name)")
        #expect(!value.contains("http") || name == "xmlns" || name == "http-equiv", "\(value)")
      }
    }
    #expect(!StyleSheet.text.contains("url(") && !StyleSheet.text.contains("@import"))
    #expect(document.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
    #expect(document.attributes["lang"] == "en")
  }

  @Test func thePolicyLetsInTheStyleSheetAndNothingElse() throws {
    let document = try Element.document(try RenderedReport.html(try result()))
    let policy = try #require(
      document.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    )
    #expect(
      policy.attributes["content"]
        == "default-src 'none'; style-src '\(StyleSheet.hash)'; base-uri 'none'; form-action 'none'"
    )
    // What the browser hashes, hashed by coreutils.
    let style = try document.first("style").text
    let folder = try TemporaryFolder()
    try folder.write("style.css", style)
    let program = try #require(ExternalProgram("sha256sum"))
    let sum = try program.run([folder.path("style.css")], in: folder).output.prefix(64)
    let bytes = stride(from: 0, to: sum.count, by: 2).compactMap { place in
      UInt8(sum.dropFirst(place).prefix(2), radix: 16)
    }
    #expect(bytes.count == 32)
    #expect(StyleSheet.hash == "sha256-\(Data(bytes).base64EncodedString())")
  }

  @Test func everyChartHasATitleADescriptionAndItsNumbersInATable() throws {
    let document = try Element.document(try RenderedReport.html(try result()))
    let charts = document.all("section").filter { !$0.all("svg").isEmpty }
    #expect(charts.count == 8)
    for section in charts {
      let id = try #require(section.attributes["id"])
      let svg = try section.first("svg")
      #expect(svg.attributes["role"] == "img")
      #expect(svg.attributes["aria-labelledby"] == "\(id)-title \(id)-description")
      #expect(try svg.element(id: "\(id)-title").text == "Title of \(id)")
      #expect(try svg.element(id: "\(id)-description").text.count > 20)
      #expect(try !section.first("details").all("td").isEmpty)
    }
  }

  @Test func headerContentsProseTablesAndEmptyBlocksAreThere() throws {
    let document = try Element.document(try RenderedReport.html(try result()))
    #expect(try document.first("title").text == "Demo 2018-W12")
    #expect(try document.first("h1").text == "Demo")
    let facts = try #require(document.all("dl", class: "facts").first)
    #expect(facts.all("dt").map(\.text) == ["Period", "Time zone"])
    #expect(
      facts.all("dd").map(\.text) == ["2018-W12, 2018-03-19 to 2018-03-25", "Europe/Berlin"]
    )
    #expect(document.all("p", class: "note").map(\.text) == ["Not over yet."])
    let links = try document.first("nav").all("a").compactMap { $0.attributes["href"] }
    #expect(links == document.all("section").compactMap { $0.attributes["id"].map { "#\($0)" } })
    let prose = try #require(document.all("div", class: "prose").first)
    #expect(prose.text.contains("There were 5\u{202F}430 messages."))
    let rows = try document.element(id: "rows")
    // Ids go last.
    #expect(rows.all("th").map(\.text) == ["Name", "Creation time", "Conv id", "a"])
    #expect(try rows.first("time").attributes["datetime"] == "2018-03-19T09:00:00.000+01:00")
    #expect(try rows.first("time").text == "2018-03-19 09:00")
    #expect(try document.element(id: "none").all("p").map(\.text) == ["None."])
    let figures = try document.element(id: "figures")
    #expect(
      figures.all("dd").map(\.text) == [
        "5\u{202F}430", "-179 (-3.2 %)", "before: 5\u{202F}609", "2 h 13 min", "+2 h 13 min",
        "before: 0 ms",
      ]
    )
  }

  @Test func longTablesSayWhatTheyLeaveOut() throws {
    let rows: [[Cell]] = (1...5).map { [.text("row \($0)")] }
    let section = try RenderedReport.document(
      RenderedReport.block(.table, ["name"], rows, shownRows: 2)
    )
    #expect(section.all("tr").count == 3)
    #expect(
      section.all("p", class: "rest").map(\.text) == ["And 3 more rows; CSV and JSON have all."]
    )
  }
}
