internal import SQLite
internal import Text

/// The tests that read a row's text, as SQL functions of one connection.
enum TextProbe {
  /// `trawl_exact(text, wanted)`: whether a clean text has another exactly.
  static let exact = "trawl_exact"
  /// `trawl_fragment(text, wanted)`: whether a clean text has another anywhere, folded as words are.
  static let fragment = "trawl_fragment"

  /// A test of an item's subject and content.
  static func predicate(_ function: String, _ text: String) -> SQLFragment {
    SQLFragment(
      """
      EXISTS (SELECT 1 FROM item_text t WHERE t.id = i.id AND (\(function)(clean_text(t.subject), ?) \
      OR \(function)(plain_text(t.content, t.form), ?)))
      """,
      [.text(text), .text(text)]
    )
  }

  static func define(on connection: Connection, with analyzer: Analyzer) throws(SQLiteError) {
    try define(exact, on: connection, ExactText.init) { $0.occurs(in: $1) }
    try define(fragment, on: connection) {
      TextFragment($0, with: analyzer)
    } occurs: {
      $0.occurs(in: $1, with: analyzer)
    }
  }

  /// Defines a function that makes what is looked for of its text once, as that stays the same from row to row.
  private static func define<Wanted>(
    _ name: String,
    on connection: Connection,
    _ make: @escaping (String) -> Wanted,
    occurs: @escaping (Wanted, UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(SQLiteError) {
    var last: (text: [UInt8], wanted: Wanted)?
    try connection.define(name, arguments: 2) { arguments, result in
      let wanted = arguments.withBytes(1) { bytes in
        if let last, last.text.elementsEqual(bytes) { return last.wanted }
        let made = make(String(decoding: bytes, as: UTF8.self))
        last = (Array(bytes), made)
        return made
      }
      result.set(arguments.withBytes(0) { occurs(wanted, $0) } ? 1 : Int64(0))
    }
  }
}
