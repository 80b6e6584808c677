/// A request to an operation, once it is clear who asks.
struct Call: Sendable {
  let viewer: Viewer
  /// What stands in the path for a name in braces.
  let path: [String: String]
  /// Of the query and the body.
  let parameters: Parameters
  /// In ms since 1970 UTC.
  let now: Int
  let paging: SandboxPaging
  /// Another number for each request.
  let salt: UInt64
  /// Most participants that a conversation names.
  let participantLimit: Int

  /// What stands in the path for a name.
  func part(_ name: String) -> String { path[name] ?? "" }

  /// A parameter that must be given.
  func required(_ name: String) throws(SandboxRefusal) -> String {
    guard let value = parameters.first(name), !value.isEmpty else { throw .constraint(name) }
    return value
  }

  /// The values of a parameter that must be given at least once.
  func requiredList(_ name: String) throws(SandboxRefusal) -> [String] {
    let values = parameters.list(name)
    guard !values.isEmpty else { throw .constraint(name) }
    return values
  }

  func integer(
    _ name: String,
    default fallback: Int,
    in range: ClosedRange<Int>
  ) throws(SandboxRefusal) -> Int {
    guard let word = parameters.first(name) else { return fallback }
    guard let number = Int(word), range.contains(number) else { throw .constraint(name) }
    return number
  }

  func flag(_ name: String) throws(SandboxRefusal) -> Bool {
    switch parameters.first(name) {
    case nil, "false": return false
    case "true": return true
    default: throw .constraint(name)
    }
  }

  /// One of an enumeration's words.
  func choice<Choice: RawRepresentable>(
    _ name: String,
    default fallback: Choice
  ) throws(SandboxRefusal) -> Choice where Choice.RawValue == String {
    guard let word = parameters.first(name) else { return fallback }
    guard let choice = Choice(rawValue: word) else { throw .constraint(name) }
    return choice
  }

  /// The page that `modTime`, `direction` and `results` ask for.
  func page() throws(SandboxRefusal) -> PageQuery {
    var time = now
    if let word = parameters.first("modTime") {
      guard let moment = DateTime.milliseconds(iso: word) else { throw .constraint("modTime") }
      time = moment
    }
    return PageQuery(
      time: time,
      direction: try choice("direction", default: .before),
      results: try integer("results", default: 25, in: 1...100),
      salt: salt
    )
  }
}
