internal import Circuit
internal import SQLite
internal import Text

/// The SQL functions that the schema's views use.
///
/// - `clean_text(text)`: without control and direction characters, valid UTF-8.
/// - `plain_text(content, form)`: the same of a message's content, packed or not, rich text made plain.
/// - `file_ending(name)`: the ending of a file's name in small letters, without its dot; NULL where there is none.
/// - `id_key(id)`: what `item_key` has for an id.
/// - `day_counts(block)`: a day's counts by conversation or person as JSON, as `DayBlock` says.
/// - `wire_id(id)`: an id of 16 bytes as the API writes it; a text as it is.
/// - `scope_terms(…)`: the terms of an item, as `ScopeTerm` says.
enum SQLFunctions {
  static func register(on connection: Connection, tokenizer: IndexTokenizer) throws(SQLiteError) {
    try connection.register(tokenizer, as: IndexTokenizer.name)
    let words = ItemWords()
    let contents = ContentUnpacker(connection: connection)
    try connection.define("clean_text", arguments: 1) { arguments, result in
      guard !arguments.isNull(0) else { return }
      arguments.withBytes(0) { bytes in
        var clean: [UInt8] = []
        TextCleaning.clean(bytes, into: &clean)
        result.set(text: clean)
      }
    }
    try connection.define("file_ending", arguments: 1) { arguments, result in
      guard !arguments.isNull(0) else { return }
      arguments.withBytes(0) { bytes in
        guard let first = bytes.first, let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else {
          return
        }
        // What cleaning takes out of a name is no dot, so of one that begins plainly only the ending has to be cleaned.
        let isPlain = (0x21...0x7e).contains(first) && dot > 0
        var clean: [UInt8] = isPlain ? [first] : []
        TextCleaning.clean(
          UnsafeBufferPointer(rebasing: bytes[(isPlain ? dot : 0)...]),
          into: &clean
        )
        ScopeTerm.fileEnding(of: clean).map { result.set($0.lowercased()) }
      }
    }
    try connection.define("day_counts", arguments: 1) { arguments, result in
      arguments.withBytes(0) { result.set(text: DayBlock.json(of: $0)) }
    }
    try connection.define("wire_id", arguments: 1) { arguments, result in
      guard !arguments.isNull(0) else { return }
      arguments.withBytes(0) { bytes in
        guard bytes.count == UUIDBytes.byteCount, !arguments.isText(0) else {
          return result.set(text: Array(bytes))
        }
        var text: [UInt8] = []
        text.reserveCapacity(36)
        UUIDBytes.append(textOf: UnsafeRawBufferPointer(bytes), to: &text)
        result.set(text: text)
      }
    }
    try connection.define("id_key", arguments: 1) { arguments, result in
      guard !arguments.isNull(0) else { return }
      result.set(
        arguments.isText(0)
          ? WireID.text(arguments.text(0) ?? "").key
          : arguments.withBytes(0) { WireID(stored: $0).key }
      )
    }
    try connection.define("plain_text", arguments: 2) { arguments, result in
      guard !arguments.isNull(0) else { return }
      do {
        try contents.withContent(arguments, at: 0) { content in
          words.readContent(content, isRich: ItemForm(rawValue: arguments.integer(1)).isRich)
        }
        result.set(text: words.plain)
      } catch {
        result.fail("\(error)")
      }
    }
    try connection.define("scope_terms", arguments: 10) { arguments, result in
      do {
        try contents.withContent(arguments, at: 7) { content in
          words.readContent(content, isRich: ItemForm(rawValue: arguments.integer(8)).isRich)
        }
      } catch {
        return result.fail("\(error)")
      }
      words.beginTerms()
      words.addTerms(
        conversation: arguments.integer(0),
        sender: arguments.integer(1),
        type: arguments.isText(2)
          ? arguments.text(2) ?? ""
          : arguments.integer(2) == 1 ? "SYSTEM" : arguments.integer(2) == 2 ? "RTC" : "TEXT",
        state: arguments.integer(3),
        isWebhook: arguments.integer(4) != 0,
        isReply: arguments.integer(5) != 0,
        isQuestion: arguments.integer(6) != 0
      )
      arguments.withBytes(9) { names in
        guard !arguments.isNull(9) else { return }
        for name in names.split(separator: 0x1f, omittingEmptySubsequences: false) {
          words.addTerms(ofFile: UnsafeBufferPointer(rebasing: name))
        }
      }
      result.set(text: words.termsText)
    }
  }
}
