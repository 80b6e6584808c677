public import Arguments

/// `--set name=value`: what a place that a saved query leaves open is to be.
public struct Setting: ArgumentValue, Equatable {
  let name: String
  let value: String

  /// A name and a value with `=` between.
  ///
  /// - Parameter argument: The word.
  /// - Throws: `InvalidValue` when it is not so.
  public init(argument: String) throws(InvalidValue) {
    let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty else {
      throw InvalidValue(expected: .described("a name and a value, such as wait=3d"))
    }
    name = String(halves[0])
    value = String(halves[1])
  }

  /// As it is written on a command line.
  public var argumentText: String { "\(name)=\(value)" }

  /// The values by name; of a name given twice the last.
  static func values(_ settings: [Setting]) -> [String: String] {
    Dictionary(settings.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}
