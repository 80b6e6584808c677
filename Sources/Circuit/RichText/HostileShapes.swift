/// Rich text made to bring a parser to its knees, in any size, for the tests and the benchmark.
///
/// Every shape ends in the word `lastword`, which must come out, and its size is near what was asked
/// for, so that doubling it shows whether time is linear.
package enum HostileShapes {
  /// The word that each shape ends with.
  package static let lastWord = "lastword"

  /// All shapes in one size.
  ///
  /// - Parameter bytes: About how long each is, in bytes.
  /// - Returns: The shapes with a name for each.
  package static func all(bytes: Int) -> [(name: String, html: [UInt8])] {
    units.map { name, unit in (name, shape(repeating: unit, bytes: bytes)) } + [
      ("one tag with many attributes", manyAttributes(bytes: bytes)),
      ("distinct formatting", distinct(bytes: bytes) { "<font color=c\($0)>" }),
      ("distinct links in blocks", distinct(bytes: bytes) { "<a href='http://h/\($0)'><div>" }),
      ("scopes behind tables", scopes(bytes: bytes)),
      ("opened, then closed", openedThenClosed(bytes: bytes)),
    ]
  }

  private static let units: [(name: String, unit: String)] = [
    ("unclosed formatting", "<b><i><u>"),
    ("unclosed blocks", "<div><span><ul><table>"),
    ("unclosed divs", "<div>"),
    ("unclosed links", "<a href=\"https://host/\">x "),
    ("paragraphs with open formatting", "<p><b><i>"),
    ("misnested formatting", "<b><p></b></p>x"),
    ("misnested links", "<a href=x><div></a></div>"),
    ("unclosed comments", "<!-- x "),
    ("unclosed quotes", "<a href=\"x "),
    ("quotes in quotes", "<a x='\" y=\"' "),
    ("text in tables", "<table>x<tr>y"),
    ("nested tables", "<table><tr><td>"),
    ("nested lists", "<ul><li>x"),
    ("endless references", "&amp&#x41&notin&#9"),
    ("ampersands", "&"),
    ("less-than signs", "<"),
    ("form elements", "<select><button><nobr><form><option>"),
    ("closed but never opened", "</p></div></br>"),
    ("foreign content", "<svg><math><mi><foreignObject>"),
    ("raw text elements", "<script><style><textarea><title><plaintext>x "),
    ("empty tags", "<></><!><?>"),
    ("NULs", "<\u{0}b>\u{0}&#0;"),
  ]

  private static func shape(repeating unit: String, bytes: Int) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(bytes + unit.utf8.count + 16)
    while html.count < bytes { html.append(contentsOf: unit.utf8) }
    return finished(html)
  }

  private static func manyAttributes(bytes: Int) -> [UInt8] {
    var html = Array("<a".utf8)
    var number = 0
    while html.count < bytes {
      html.append(contentsOf: " n\(number)=v".utf8)
      number += 1
    }
    html.append(contentsOf: ">x".utf8)
    return finished(html)
  }

  private static func distinct(bytes: Int, unit: (Int) -> String) -> [UInt8] {
    var html: [UInt8] = []
    var number = 0
    while html.count < bytes {
      html.append(contentsOf: unit(number).utf8)
      number += 1
    }
    return finished(html)
  }

  private static func scopes(bytes: Int) -> [UInt8] {
    let unit =
      String(repeating: "<div>", count: 50) + "<table><td>" + String(repeating: "</div>", count: 50)
    return shape(repeating: unit, bytes: bytes)
  }

  private static func openedThenClosed(bytes: Int) -> [UInt8] {
    let count = bytes / 13
    let html =
      String(repeating: "<span>", count: count) + String(repeating: "</span>", count: count)
    return finished(Array(html.utf8))
  }

  private static func finished(_ html: [UInt8]) -> [UInt8] {
    html + Array(" \(lastWord)".utf8)
  }
}
