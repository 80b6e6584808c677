/// Why a text is no fault.
public struct SandboxFaultError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, one sentence without the text itself.
  public let description: String
}

extension SandboxFault {
  /// What can stand before the colon, for help and messages.
  public static let kinds = [
    "400…599", "reset", "truncate", "bad-json", "html", "delay", "stall", "expire-token", "lose",
  ]

  /// What can stand behind the colon, for help and messages.
  public static let settings = [
    "every", "chance", "after", "times", "operation", "conversation", "retry-after", "retry-date",
    "ms", "status",
  ]

  /// Reads `KIND` or `KIND:NAME=VALUE,…`.
  ///
  ///     try SandboxFault("503:chance=0.1,times=20")
  ///
  /// - Parameter text: The text.
  /// - Throws: `SandboxFaultError` saying what is wrong with it.
  public init(_ text: String) throws(SandboxFaultError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    var settings = FaultSettings(parts.count > 1 ? parts[1] : "")
    try settings.read()
    self.init(try Self.kind(String(parts[0]), &settings))
    every = try settings.integer("every", in: 1...1_000_000_000)
    chance = try settings.share("chance")
    after = try settings.integer("after", in: 0...1_000_000_000) ?? 0
    times = try settings.integer("times", in: 1...1_000_000_000) ?? .max
    operation = try settings.operation()
    conversation = settings.take("conversation")
    if let seconds = try settings.integer("retry-after", in: 0...86_400) {
      retryAfter = .seconds(seconds)
    }
    if let seconds = try settings.integer("retry-date", in: 0...86_400) {
      retryAfter = .date(seconds)
    }
    try settings.finish()
  }

  private static func kind(
    _ word: String,
    _ settings: inout FaultSettings
  ) throws(SandboxFaultError) -> Kind {
    switch word {
    case "reset": return .reset
    case "truncate": return .truncate
    case "bad-json": return .badJSON
    case "html": return .html
    case "delay": return .delay(try settings.integer("ms", in: 0...3_600_000) ?? 1_000)
    case "stall": return .stall(try settings.integer("ms", in: 0...3_600_000) ?? 1_000)
    case "expire-token": return .expireToken
    case "lose": return .lose(try settings.integer("status", in: 400...403) ?? 400)
    default:
      guard let status = Int(word), (400...599).contains(status) else {
        throw SandboxFaultError(
          description: "'\(word)' is no kind of fault: \(kinds.joined(separator: ", "))"
        )
      }
      return .status(status)
    }
  }
}

/// The part of a fault's text behind the colon.
private struct FaultSettings {
  private let text: Substring
  private var values: [String: String] = [:]

  init(_ text: Substring) { self.text = text }

  mutating func read() throws(SandboxFaultError) {
    for pair in text.split(separator: ",") {
      guard let sign = pair.firstIndex(of: "=") else {
        throw SandboxFaultError(description: "'\(pair)' is no NAME=VALUE")
      }
      let name = String(pair[..<sign])
      guard SandboxFault.settings.contains(name) else {
        let known = SandboxFault.settings.joined(separator: ", ")
        throw SandboxFaultError(description: "'\(name)' is none of \(known)")
      }
      values[name] = String(pair[pair.index(after: sign)...])
    }
  }

  mutating func take(_ name: String) -> String? { values.removeValue(forKey: name) }

  mutating func integer(
    _ name: String,
    in range: ClosedRange<Int>
  ) throws(SandboxFaultError) -> Int? {
    guard let word = take(name) else { return nil }
    guard let number = Int(word), range.contains(number) else {
      throw SandboxFaultError(
        description: "'\(name)' is a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  mutating func share(_ name: String) throws(SandboxFaultError) -> Double? {
    guard let word = take(name) else { return nil }
    guard let number = Double(word), (0...1).contains(number) else {
      throw SandboxFaultError(description: "'\(name)' is a number from 0 to 1")
    }
    return number
  }

  mutating func operation() throws(SandboxFaultError) -> String? {
    guard let name = take("operation") else { return nil }
    guard name == Operation.token || Route.all.contains(where: { $0.operation == name }) else {
      throw SandboxFaultError(description: "the API has no operation '\(name)'")
    }
    return name
  }

  /// What was not taken belongs to another kind of fault.
  func finish() throws(SandboxFaultError) {
    guard let name = values.keys.min() else { return }
    throw SandboxFaultError(description: "'\(name)' says nothing of this kind of fault")
  }
}
