/// Reads a command's words into a fresh command; does nothing else.
struct CommandParser<Root: Command> {
  private let rows = Root.arguments.flatMap(\.rows)
  private var root = Root()
  private var positionals: [String] = []

  /// Parses the words after the command's name.
  ///
  /// - Throws: `UsageError` without a command; the caller knows it.
  static func parse(_ words: ArraySlice<String>) throws(UsageError) -> Root {
    var parser = Self()
    try parser.read(words)
    try parser.fillPositionals()
    try parser.root.validate()
    return parser.root
  }

  private mutating func read(_ words: ArraySlice<String>) throws(UsageError) {
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        return
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        positionals.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let attached = parts.count > 1 ? String(parts[1]) : nil
      if let (row, isOn) = row(named: name) {
        try store(row, isOn, name, attached, &rest)
      } else if Root.dashedWords == .arePositionals, !word.hasPrefix("--") {
        positionals.append(word)
      } else {
        throw unknown(name)
      }
    }
  }

  private mutating func store(
    _ row: ArgumentRow<Root>,
    _ isOn: Bool,
    _ name: String,
    _ attached: String?,
    _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    switch row.action {
    case .flag(let store):
      guard attached == nil else { throw UsageError(.valueNotTaken(option: name)) }
      store(&root, isOn)
    case .value(let store):
      guard let word = attached ?? nextValue(&rest) else {
        throw UsageError(.missingValue(option: name, value: row.info.valueName ?? ""))
      }
      try set(store, word, of: name)
    }
  }

  private mutating func set(
    _ store: (inout Root, String) throws(InvalidValue) -> Void,
    _ word: String,
    of name: String
  ) throws(UsageError) {
    do {
      try store(&root, word)
    } catch {
      throw UsageError(
        .invalidValue(argument: name, word: word, reason: error),
        suggestion: error.suggestion
      )
    }
  }

  /// The next word as a value; none when it is an option: `--limit --db x` lacks a number.
  private func nextValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let word = rest.first, !word.hasPrefix("--"), row(named: word) == nil else { return nil }
    rest.removeFirst()
    return word
  }

  private mutating func fillPositionals() throws(UsageError) {
    var words = positionals[...]
    for row in rows {
      guard case .positional(let name, let arity) = row.info.form,
        case .value(let store) = row.action
      else { continue }
      let most = arity == .one || arity == .optional ? 1 : words.count
      if words.isEmpty, arity == .one || arity == .some {
        throw UsageError(.missingArgument("<\(name)>"))
      }
      for word in words.prefix(most) { try set(store, word, of: "<\(name)>") }
      words = words.dropFirst(most)
    }
    if let extra = words.first { throw UsageError(.unexpectedArgument(extra)) }
  }

  private func row(named name: String) -> (row: ArgumentRow<Root>, isOn: Bool)? {
    for row in rows {
      if row.info.names.contains(name) { return (row, true) }
      if row.info.spellings.contains(name) { return (row, false) }
    }
    return nil
  }

  private func unknown(_ name: String) -> UsageError {
    // `-n5` is a habit from other tools; here the value stands apart.
    let short = String(name.prefix(2))
    if !name.hasPrefix("--"), name.count > 2, row(named: short) != nil {
      return UsageError(
        .unknownOption(name, isWordAfterDashes: false),
        suggestion: "\(short) \(name.dropFirst(2))"
      )
    }
    let names = rows.flatMap(\.info.spellings) + ["--help"]
    let suggestion = nearestName(to: name, among: names)
    let isWord = suggestion == nil && Root.dashedWords == .arePositionals
    return UsageError(.unknownOption(name, isWordAfterDashes: isWord), suggestion: suggestion)
  }
}
