/// The program that shows a long answer a screen at a time.
public struct Pager: Sendable, Equatable {
  /// How it is started.
  enum Command: Sendable, Equatable {
    /// A program and its arguments, found in `PATH`.
    case program([String])
    /// A line for `/bin/sh`.
    case shell(String)
  }

  let command: Command
  /// What it gets, as `name=value`.
  let environment: [String]

  init(_ command: Command, environment: [String: String]) {
    self.command = command
    var environment = environment
    // As git does it: quit if one screen is enough, colours as they are, the screen left as it was.
    environment["LESS"] = environment["LESS"] ?? "FRX"
    self.environment = environment.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// The pager that the environment asks for: a variable of the program's own, `PAGER`, or `less -FRX`.
  ///
  /// Nil where the first one that is set is empty or `cat`, or where the terminal is a dumb one.
  ///
  /// - Parameters:
  ///   - name: The variable of the program's own, which comes first.
  ///   - environment: The process's environment.
  public init?(variable name: String, environment: [String: String]) {
    guard environment["TERM"] ?? "dumb" != "dumb" else { return nil }
    guard let line = environment[name] ?? environment["PAGER"] else {
      self.init(.program(["less", "-FRX"]), environment: environment)
      return
    }
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard !text.isEmpty, text != "cat" else { return nil }
    self.init(
      Self.isOneWord(text) ? .program([String(text)]) : .shell(line),
      environment: environment
    )
  }

  /// Whether a shell would take it for a program's name and no more.
  private static func isOneWord(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "+")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "_")
    }
  }

  var words: [String] {
    switch command {
    case .program(let words): words
    case .shell(let line): ["/bin/sh", "-c", line]
    }
  }
}
