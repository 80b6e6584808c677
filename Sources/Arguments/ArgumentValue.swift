/// A type that a word on the command line can stand for.
///
/// An enum with `String` raw values that is `CaseIterable` needs no code of its own. A value never
/// names its option: the parser does, in the error.
public protocol ArgumentValue: Sendable {
  /// Reads a word.
  ///
  /// - Parameter argument: The word, without the option's name.
  /// - Throws: `InvalidValue` saying what was expected.
  init(argument: String) throws(InvalidValue)

  /// The word that gives this value: how `--help` shows a default. Empty hides it.
  var argumentText: String { get }

  /// Every word that is allowed, or none when they cannot be listed.
  static var argumentChoices: [String] { get }

  /// What a shell may offer for it.
  static var argumentCompletion: ArgumentCompletion { get }
}

extension ArgumentValue {
  /// The words cannot be listed.
  public static var argumentChoices: [String] { [] }
  /// The words that are allowed, when they can be listed.
  public static var argumentCompletion: ArgumentCompletion {
    argumentChoices.isEmpty ? .nothing : .words(argumentChoices)
  }
}

/// Why a word is no value of its type.
public struct InvalidValue: Error, Sendable, Equatable {
  /// What a word should have been.
  public enum Expectation: Sendable, Equatable {
    /// A whole number, between two bounds when there are any.
    case wholeNumber(ClosedRange<Int>?)
    /// One of these words.
    case oneOf([String])
    /// What this noun phrase says, such as "a number".
    case described(String)
  }

  /// What the word should have been.
  public let expectation: Expectation
  /// A word that was probably meant.
  public let suggestion: String?

  /// A reason to refuse a word.
  ///
  /// - Parameters:
  ///   - expectation: What the word should have been.
  ///   - suggestion: A word that was probably meant.
  public init(expected expectation: Expectation, suggestion: String? = nil) {
    self.expectation = expectation
    self.suggestion = suggestion
  }
}

extension String: ArgumentValue {
  /// Any word, the empty one included.
  ///
  /// - Parameter argument: The word.
  public init(argument: String) { self = argument }
  /// The text itself.
  public var argumentText: String { self }
}

extension Int: ArgumentValue {
  /// A whole number in decimal digits.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` when it is no number, or too large for 64 bits.
  public init(argument: String) throws(InvalidValue) {
    guard let value = Int(argument) else { throw InvalidValue(expected: .wholeNumber(nil)) }
    self = value
  }
  /// The number in decimal digits.
  public var argumentText: String { String(self) }
}

extension Double: ArgumentValue {
  /// A finite decimal number.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` when it is none.
  public init(argument: String) throws(InvalidValue) {
    guard let value = Double(argument), value.isFinite else {
      throw InvalidValue(expected: .described("a number"))
    }
    self = value
  }
  /// The shortest text that reads back as the same number.
  public var argumentText: String { description }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// One of the cases, by its raw value.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` listing the cases.
  public init(argument: String) throws(InvalidValue) {
    guard let value = Self(rawValue: argument) else {
      let choices = Self.argumentChoices
      throw InvalidValue(
        expected: .oneOf(choices),
        suggestion: nearestName(to: argument, among: choices)
      )
    }
    self = value
  }
  /// The raw value.
  public var argumentText: String { rawValue }
  /// The raw values, in the order of the cases.
  public static var argumentChoices: [String] { allCases.map(\.rawValue) }
}
