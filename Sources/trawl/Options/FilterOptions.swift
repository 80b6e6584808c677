import Arguments
import Search

/// An option for each key of the query language: `--from ana` is `from:ana` in a query.
///
/// The options come from the language's own table, so that neither can have a key that the other lacks.
struct FilterOptions: OptionGroup {
  private var values: [QueryKey: [String]] = [:]

  /// The values given for a key, in their order.
  subscript(key: QueryKey) -> [String] {
    get { values[key] ?? [] }
    set { values[key] = newValue }
  }

  static var arguments: [Argument<Self>] {
    [.section("Filters, each as its key in a query", keys.map(argument))]
  }

  /// The keys that are options here.
  static var keys: [QueryKey] { QueryKey.allCases.filter { $0 != .scope } }

  /// What the options say, as filters of a query.
  ///
  /// - Throws: `QueryFailure` for a value that its key does not take.
  func nodes(at clock: LocalClock) throws -> [QueryNode] {
    try Self.keys.flatMap { key in
      try self[key].map { value in
        try QueryFailure.pointing(at: nil) { try QueryNode(key: key, value: value, at: clock) }
      }
    }
  }

  /// What the options say, as it would stand in a query: for machine formats to repeat.
  var texts: [String] {
    Self.keys.flatMap { key in
      self[key].map { value in
        let isPlain = value.utf8.allSatisfy { byte in
          UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
            || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            || UInt8(ascii: "-")...UInt8(ascii: ":") ~= byte || byte >= 0x80
            || byte == UInt8(ascii: "@")
        }
        return "\(key.name):\(isPlain ? value : "\"\(value)\"")"
      }
    }
  }

  private static func argument(_ key: QueryKey) -> Argument<Self> {
    let choices = key.choices.isEmpty ? "" : ": " + key.choices.joined(separator: ", ")
    let help = key.summary.prefix(1).uppercased() + key.summary.dropFirst() + choices + "."
    let value = valueName(of: key)
    // The other spellings are words that people expect.
    let argument: Argument<Self> =
      switch key {
      case .from: .option("--from", "--author", to: \.[key], value: value, help: help)
      case .conversation: .option("--in", "--conversation", to: \.[key], value: value, help: help)
      case .newer: .option("--newer", "--newer-than", to: \.[key], value: value, help: help)
      case .older: .option("--older", "--older-than", to: \.[key], value: value, help: help)
      default: .option("--\(key.name)", to: \.[key], value: value, help: help)
      }
    return key.choices.isEmpty ? argument : argument.completing(.words(key.choices))
  }

  private static func valueName(of key: QueryKey) -> String {
    switch key {
    case .from, .mentions, .with, .member, .likedBy, .flaggedBy: "person"
    case .conversation: "conversation"
    case .kind, .type: key.name
    case .state: "state"
    case .has: "part"
    case .label, .account: "name"
    case .size: "bytes"
    case .likes, .replies, .files: "count"
    case .date, .before, .after, .on, .during: "date"
    case .newer, .older: "age"
    case .id, .thread: "item"
    default: "text"
    }
  }
}
