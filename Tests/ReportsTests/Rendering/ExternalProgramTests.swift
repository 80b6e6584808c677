import Foundation
import Output
import TestSupport
import Testing

@testable import Reports

/// Reports as a browser and a spreadsheet see them, where these are installed.
@Suite struct ExternalProgramTests {
  private static let browser = ExternalProgram("chromium", "chromium-browser", "google-chrome")
  private static let spreadsheet = ExternalProgram("soffice", "libreoffice")

  /// Opens a page; returns the document as the browser has it, and what it wrote to its console.
  private func open(_ html: String) throws -> (document: String, console: [Substring]) {
    let browser = try #require(Self.browser)
    let folder = try TemporaryFolder()
    try folder.write("page.html", html)
    let run = try browser.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(folder.path("profile"))", "--dump-dom",
        "file://\(folder.path("page.html"))",
      ],
      in: folder
    )
    try #require(run.status == 0, "\(run.errors)")
    return (run.output, run.errors.split(separator: "\n").filter { $0.contains(":CONSOLE") })
  }

  @Test(.enabled(if: browser != nil, "no Chromium on the PATH"))
  func aBrowserShowsTheShippedReportsWithoutComplaint() throws {
    let from = SampleReport.now - 14 * 86_400_000
    let tenant = SampleTenant(seed: 1, count: 400, from: from, to: SampleReport.now)
    let runner = try SampleIndex(tenant).runner(zone: "Europe/Berlin")
    let library = ReportLibrary(folders: [])
    for name in library.names {
      let definition = try library.definition(named: name)
      // The others are about someone or something.
      guard definition.parameters.allSatisfy({ $0.defaultValue != nil }) else { continue }
      let result = try runner.run(definition)
      let page = try open(try RenderedReport.html(result))
      #expect(page.console.isEmpty)
      #expect(page.document.contains("<h1>\(HTMLText.escaped(result.title))</h1>"))
      #expect(page.document.components(separatedBy: "<section").count == result.blocks.count + 1)
    }
  }

  @Test(.enabled(if: browser != nil, "no Chromium on the PATH"))
  func aBrowserDrawsEveryPresentationAndRefusesWhatIsNotOurs() throws {
    let html = try RenderedReport.html(
      try RenderedReport.result(RenderedReport.everyPresentation())
    )
    let page = try open(html)
    #expect(page.console.isEmpty)
    #expect(page.document.components(separatedBy: "<svg").count == 9)
    // The policy is alive: a style sheet that is not ours is refused, and the refusal is seen here.
    let altered = html.replacing("body{margin:0", with: "body{margin:1px")
    #expect(try open(altered).console.count == 1)
  }

  @Test(.enabled(if: spreadsheet != nil, "no LibreOffice on the PATH"))
  func aSpreadsheetRunsNoFormula() throws {
    let formulas = [
      "=1+1", "+1+1", "-2+3", "@SUM(1,2)", "\t=1+1", "\r=1+1", " =1+1", "＝1+1",
      "+cmd|' /C calc'!A0",
      "=HYPERLINK(\"http://evil.example\",\"x\")", "=1+1;=2+2", "\"=1+1", "a\n=1+1",
    ]
    let block = RenderedReport.block(
      .table,
      ["text", "n"],
      formulas.map { [.text($0), .integer(-5)] }
    )
    let result = try RenderedReport.result([block])
    let safe = MemorySink()
    try CSVRenderer.write(block, of: result, to: safe)
    let raw = MemorySink()
    try CSVRenderer.write(block, of: result, to: raw, isRaw: true)
    let sheets = try sheets(["safe": safe.text, "raw": raw.text])
    // The spreadsheet is told to run formulas, and does so where it is let.
    #expect(sheets["raw"]?.contains("table:formula") == true)
    let sheet = try #require(sheets["safe"])
    #expect(!sheet.contains("table:formula"))
    let numbers = sheet.components(separatedBy: "office:value=\"-5\"").count - 1
    #expect(numbers == formulas.count)
  }

  /// CSV files opened and written again as flat OpenDocument, by their names.
  private func sheets(_ files: [String: String]) throws -> [String: String] {
    let spreadsheet = try #require(Self.spreadsheet)
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("\(name).csv", text) }
    let run = try spreadsheet.run(
      [
        "--headless", "-env:UserInstallation=file://\(folder.path("profile"))",
        // Comma, double quote, UTF-8, from line 1; numbers by themselves are numbers; run formulas.
        "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true", "--convert-to", "fods",
        "--outdir", folder.path,
      ] + files.keys.sorted().map { folder.path("\($0).csv") },
      in: folder
    )
    try #require(run.status == 0, "\(run.errors)")
    return try Dictionary(
      uniqueKeysWithValues: files.keys.map { name in
        (
          name,
          String(
            decoding: try Data(contentsOf: folder.url.appending(path: "\(name).fods")),
            as: UTF8.self
          )
        )
      }
    )
  }
}
