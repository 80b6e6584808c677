// Public, as conformances of public types must be.
public import Arguments
public import Text

extension Languages: ArgumentValue {
  /// Codes with commas between, or `none`.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` for an unknown code.
  public init(argument: String) throws(InvalidValue) {
    guard let languages = Languages(argument) else {
      let codes = Language.allCases.map(\.rawValue).sorted().joined(separator: ", ")
      throw InvalidValue(
        expected: .described("none, or language codes with commas between (\(codes))")
      )
    }
    self = languages
  }

  /// What `init(argument:)` reads.
  public var argumentText: String { description }
}

extension Argument {
  /// `--language`, for commands that make an index.
  static func languages(to keyPath: WritableKeyPath<Root, Languages?>) -> Self {
    .option(
      "--language",
      to: keyPath,
      value: "codes",
      help:
        "Languages whose inflections plain words find, such as de,en: chosen with the first item. (default: none)"
    )
  }
}
