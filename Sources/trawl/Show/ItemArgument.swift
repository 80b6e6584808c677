// Public, as conformances of public protocols must be.
public import Arguments

/// An item's id on the command line, or `-` for ids from standard input.
public struct ItemArgument: ArgumentValue, Equatable {
  /// The id.
  public let id: String

  /// An id: text without control characters and without spaces around it.
  ///
  /// Ids are opaque, so nothing else is asked of them.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` for what no id can be.
  public init(argument: String) throws(InvalidValue) {
    let isPlain = argument.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    let isPadded = argument.hasPrefix(" ") || argument.hasSuffix(" ")
    guard isPlain, !isPadded, (1...Self.longest).contains(argument.utf8.count) else {
      throw InvalidValue(expected: .described("an item's id, such as 'search --format ids' prints"))
    }
    id = argument
  }

  /// The id as given.
  public var argumentText: String { id }

  /// Bytes; the API's ids have 36.
  private static let longest = 512
}
