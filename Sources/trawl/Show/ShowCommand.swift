import Arguments
import Output
import Search

/// `trawl show`.
struct ShowCommand: Command {
  static let name = "show"
  static let summary = "Show items whole, with the messages around them or their thread."
  static let discussion = """
    All of an item's text, who wrote it, where and when, who likes and flags it, its files and edits, \
    and what it answers. ITEM is an id, as 'trawl search --format ids' prints them; '-' reads ids \
    from standard input, a line each. Deleted and gone items are shown as such.

    In rows (ndjson, csv, markdown), place tells an item asked for from those before and after it; \
    asked is the id that was asked for. Texts are whole in every format but the table, which shortens \
    those of the messages around.
    """
  static let examples = [
    Example(
      "trawl show 0b6ff1a1-3c1e-4a60-9c1e-5a1f0f7a2b11",
      "One item, three messages around it."
    ),
    Example("trawl show --thread 0b6ff1a1-3c1e-4a60-9c1e-5a1f0f7a2b11", "All of its thread."),
    Example("trawl search --is unanswered -n 5 -f ids | trawl show - --context 1", "Five of them."),
  ]

  var items: [ItemArgument] = []
  var context: Int?
  var isThread = false
  var limit: Int?
  var cursor: String?
  var output = OutputOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positionals("item", to: \.items, required: true, help: "Ids of items, or '-'."),
      .option(
        "--context",
        to: \.context,
        in: 0...1000,
        value: "count",
        help: """
          How many messages of the conversation to show before and after; without it \(usualContext).
          """
      ),
      .flag(
        "--thread",
        to: \.isThread,
        help: "Show the whole thread that the item is in, its head and replies in order."
      ),
      .option(
        "-n",
        "--limit",
        to: \.limit,
        in: 1...10_000,
        value: "count",
        help: "Most items of a thread to show at once; without it \(usualLimit)."
      ),
      .option(
        "--cursor",
        to: \.cursor,
        value: "cursor",
        help: "Go on where a part of a thread ended, with the cursor it gave."
      ),
      .group(\.output),
      .group(\.global),
    ]
  }

  /// How many messages stand on either side where nothing is said.
  static let usualContext = 3
  /// How many items of a thread are shown where nothing is said.
  static let usualLimit = 200

  func validate() throws(UsageError) {
    try output.validate()
    if isThread, context != nil { throw UsageError(.conflict("--thread", "--context")) }
    if !isThread, limit != nil { throw UsageError(.needs("--limit", "--thread")) }
    if !isThread, cursor != nil { throw UsageError(.needs("--cursor", "--thread")) }
    if cursor != nil, items.count > 1 || items.first?.id == "-" {
      throw UsageError(.conflict("--cursor", "several items"))
    }
  }

  func run(in console: Console) async throws -> Outcome {
    let zone = try global.timeZone(in: console)
    let engine = try SearchEngine(path: try global.readablePath(in: console))
    let coverage = try engine.coverage()
    let writer = ShowWriter(output, in: console, zone: zone, coverage: coverage)
    var found = 0
    var missing = 0
    try forEachItem { id in
      if try show(id, from: engine, to: writer, in: console) {
        found += 1
      } else {
        missing += 1
        console.note(try Self.sentence(ofMissing: id, in: engine))
      }
    }
    try writer.finish()
    console.say(coverage, in: zone)
    guard found > 0 else {
      if missing == 0 { console.note("nothing to show: standard input has no ids") }
      return .nothing
    }
    return missing == 0 ? .done : .partial
  }

  private func show(
    _ id: String,
    from engine: SearchEngine,
    to writer: ShowWriter,
    in console: Console
  ) throws -> Bool {
    guard isThread else {
      guard let item = try engine.item(id, context: context ?? Self.usualContext) else {
        return false
      }
      try writer.write(item)
      return true
    }
    let limit = limit ?? Self.usualLimit
    guard let page = try engine.thread(of: id, limit: limit, cursor: cursor) else { return false }
    try writer.write(page, asked: id)
    if let next = page.nextCursor, output.format != .json {
      console.note(
        "\(page.items.count) of the thread's \(Figures.grouped(page.count)) items; "
          + "for more: trawl show --thread \(id) --cursor \(next)"
      )
    }
    return true
  }

  private func forEachItem(_ body: (String) throws -> Void) throws {
    for item in items {
      guard item.id == "-" else {
        try body(item.id)
        continue
      }
      let lines = try InputLines(path: "-")
      while let line = lines.next() {
        guard !line.isEmpty else { continue }
        do {
          try body(ItemArgument(argument: line).id)
        } catch let error as InvalidValue {
          throw UsageError(.invalidValue(argument: "<item>", word: line, reason: error))
        }
      }
    }
  }

  private static func sentence(ofMissing id: String, in engine: SearchEngine) throws -> String {
    let start = "no item has the id '\(id)'"
    return switch try engine.meaning(ofForeignID: id) {
    case .conversation(let name):
      "\(start); it is the conversation '\(name)': trawl search --in \(id)"
    case .person(let name): "\(start); it is \(name): trawl search --from \(id)"
    case .flaggedOnly: "\(start) in the index, though someone flags it: see 'trawl flagged'"
    case .beginning(let ids):
      "\(start); did you mean \(ids.map { "'\($0)'" }.joined(separator: ", "))?"
    case .unknown: "\(start); 'trawl search WORDS --format ids' prints the ids of what it finds"
    }
  }
}
