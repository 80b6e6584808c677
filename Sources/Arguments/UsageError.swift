/// A command line that makes no sense, as facts; `description` makes the sentence.
public struct UsageError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// No option is called so. `isWordAfterDashes` when `--` before it would make it a plain word.
    case unknownOption(String, isWordAfterDashes: Bool)
    /// No command is called so.
    case unknownCommand(String)
    /// The command needs one of these after it.
    case missingCommand([String])
    /// An option stands before the command it belongs to.
    case optionBeforeCommand(String)
    /// The option came last or before another one; its value is called so.
    case missingValue(option: String, value: String)
    /// The flag was given a value with `=`.
    case valueNotTaken(option: String)
    /// The value of an option, positional or environment variable is none.
    case invalidValue(argument: String, word: String, reason: InvalidValue)
    /// A positional is missing.
    case missingArgument(String)
    /// One word too many.
    case unexpectedArgument(String)
    /// These two exclude each other.
    case conflict(String, String)
    /// The first is only good with the second.
    case needs(String, String)
  }

  /// What is wrong.
  public let problem: Problem
  /// What was probably meant instead of the wrong word.
  public let suggestion: String?
  /// The command's words, such as `trawl`, `query`, `run`; empty when not known yet.
  public private(set) var command: [String]

  /// A fault in a command line.
  ///
  /// - Parameters:
  ///   - problem: What is wrong.
  ///   - suggestion: What was probably meant.
  ///   - command: The command's words, when known.
  public init(_ problem: Problem, suggestion: String? = nil, command: [String] = []) {
    self.problem = problem
    self.suggestion = suggestion
    self.command = command
  }

  /// The same fault, said of a command unless it already names one.
  ///
  /// - Parameter words: The command's words, the program's name first.
  /// - Returns: The fault with its command.
  public func inCommand(_ words: [String]) -> Self {
    var copy = self
    if command.isEmpty { copy.command = words }
    return copy
  }
}

extension UsageError: CustomStringConvertible {
  /// One sentence, without a full stop unless it asks.
  ///
  /// It holds words from the command line as they were typed: make it safe before showing it.
  public var description: String {
    let sentence = problem.sentence(in: command)
    guard let suggestion else { return sentence }
    return "\(sentence); did you mean '\(suggestion)'?"
  }

  /// Where to read on, such as `See 'trawl search --help'.`; nil when the command is not known.
  public var hint: String? {
    command.isEmpty ? nil : "See '\(command.joined(separator: " ")) --help'."
  }
}

extension UsageError.Problem {
  fileprivate func sentence(in command: [String]) -> String {
    switch self {
    case .unknownOption(let word, let isWordAfterDashes):
      let asWord = "; put '--' before it to take it as a word"
      return "unknown option '\(word)'\(isWordAfterDashes ? asWord : "")"
    case .unknownCommand(let word):
      return "unknown command '\(word)'"
    case .missingCommand(let names):
      return "'\(command.joined(separator: " "))' needs a command: \(list(names))"
    case .optionBeforeCommand(let word):
      let place = (command + ["COMMAND", word]).joined(separator: " ")
      return "option '\(word)' stands before the command; write '\(place)'"
    case .missingValue(let option, let value):
      return "option '\(option)' needs a value: '\(option) <\(value)>'"
    case .valueNotTaken(let option):
      return "option '\(option)' takes no value"
    case .invalidValue(let argument, let word, let reason):
      return "'\(argument)' must be \(reason.expectation.phrase), not '\(word)'"
    case .missingArgument(let name):
      return "missing argument '\(name)'"
    case .unexpectedArgument(let word):
      return "unexpected argument '\(word)'"
    case .conflict(let one, let other):
      return "'\(one)' and '\(other)' exclude each other"
    case .needs(let one, let other):
      return "'\(one)' needs '\(other)'"
    }
  }
}

extension InvalidValue.Expectation {
  /// What was expected, to stand after "must be".
  var phrase: String {
    switch self {
    case .wholeNumber(nil): "a whole number"
    case .wholeNumber(let range?) where range.upperBound == .max:
      "a whole number of \(range.lowerBound) or more"
    case .wholeNumber(let range?):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .oneOf(let choices): list(choices)
    case .described(let phrase): phrase
    }
  }
}

/// `a, b or c`.
private func list(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
