public import Output

/// Writes a report as one HTML file that needs nothing else: no script, and nothing is fetched.
///
/// It is also well-formed XML. Blocks that show numbers, bars, lines or a heat map are drawn, as SVG, with
/// their numbers in a table below.
public struct HTMLRenderer {
  private let result: ReportResult
  private let text: ReadableText
  private let table: HTMLTable

  private init(_ result: ReportResult) {
    self.result = result
    text = ReadableText(zone: result.zone, groupsDigits: true)
    table = HTMLTable(text: text)
  }

  /// Writes the document, which ends in a line break.
  ///
  /// - Parameters:
  ///   - result: What the report found.
  ///   - sink: Where the document goes; it is flushed.
  /// - Throws: `OutputError` when the sink cannot take it.
  public static func write(
    _ result: ReportResult,
    to sink: any ByteSink
  ) throws(OutputError) {
    try sink.write(HTMLRenderer(result).document)
    try sink.flush()
  }

  private var document: String {
    var html = Markup()
    html.add(markup: "<!DOCTYPE html>\n")
    html.element("html", ["lang": "en", "xmlns": "http://www.w3.org/1999/xhtml"]) { html in
      html.endLine()
      html.element("head") { head(&$0) }
      html.endLine()
      html.element("body") { html in html.element("main") { body(&$0) } }
    }
    html.endLine()
    return html.text
  }

  private func head(_ html: inout Markup) {
    html.empty("meta", ["charset": "utf-8"])
    html.empty(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src '\(StyleSheet.hash)'; "
          + "base-uri 'none'; form-action 'none'",
      ]
    )
    html.empty("meta", ["name": "referrer", "content": "no-referrer"])
    html.empty(
      "meta",
      ["name": "viewport", "content": "width=device-width, initial-scale=1"]
    )
    html.element("title") { html in
      html.addPlain(result.title + (result.period.map { " \($0.name)" } ?? ""))
    }
    html.element("style") { $0.add(markup: StyleSheet.text) }
  }

  private func body(_ html: inout Markup) {
    html.endLine()
    html.element("header") { html in
      html.element("h1", text: result.title)
      html.element("dl", ["class": "facts"]) { html in
        for fact in result.facts {
          html.element("div") { html in
            html.element("dt", text: heading(fact.label))
            html.element("dd", text: fact.value)
          }
        }
      }
      for note in result.notes { html.element("p", ["class": "note"], text: note) }
    }
    html.endLine()
    contents(&html)
    for part in result.parts {
      switch part {
      case .prose(let pieces):
        html.element("div", ["class": "prose"]) { html in
          html.endLine()
          html.add(markup: ProseHTML.markup(of: text.markdown(of: pieces)))
        }
      case .block(let block): section(block, &html)
      }
      html.endLine()
    }
  }

  /// Links to the blocks, where they are too many to see at once.
  private func contents(_ html: inout Markup) {
    guard result.blocks.count > 4 else { return }
    html.element("nav", ["aria-label": "Contents"]) { html in
      html.element("ul") { html in
        for block in result.blocks {
          html.element("li") { $0.element("a", ["href": "#\(block.name)"], text: block.title) }
        }
      }
    }
    html.endLine()
  }

  private func section(_ block: ReportBlock, _ html: inout Markup) {
    html.element("section", ["id": block.name]) { html in
      html.element("h2", text: block.title)
      html.endLine()
      if block.rows.isEmpty {
        html.element("p", text: "None.")
      } else if block.presentation == .number, block.unmetNeed == nil {
        figures(Figure.all(of: block, text), &html)
      } else if let chart = Chart(block, text) {
        html.element("figure") { html in
          chart.drawing.write(
            id: block.name,
            title: block.title,
            description: chart.description,
            to: &html
          )
        }
        html.endLine()
        html.element("details") { html in
          html.element("summary", text: "Numbers")
          table.write(ReadableTable(block, text), title: block.title, to: &html)
        }
      } else {
        table.write(ReadableTable(block, text), title: block.title, to: &html)
      }
    }
  }

  private func figures(_ figures: [Figure], _ html: inout Markup) {
    html.element("dl", ["class": "figures"]) { html in
      for figure in figures {
        html.element("div") { html in
          html.element("dt", text: heading(figure.label))
          let value = text.text(of: figure.value)
          // Words and moments are no figures to be read from afar.
          let style = figure.value.number == nil ? "value word" : "value"
          html.element("dd", ["class": style], text: value)
          if let change = figure.change {
            html.element("dd", ["class": "change"], text: change)
          }
          if let before = figure.before {
            html.element("dd", ["class": "before"], text: "before: \(before)")
          }
        }
      }
    }
  }
}
