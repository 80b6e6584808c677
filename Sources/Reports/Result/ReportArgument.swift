public import Output

/// What a parameter was when the report ran.
public struct ReportArgument: Sendable, Equatable {
  /// The parameter's name.
  public let name: String
  /// Its value: of a period its name, of a person or conversation the API's id.
  public let value: Cell
  /// What SQL reads.
  let bound: Cell
  /// What people read.
  public let shown: Cell

  /// Pairs a name with a value.
  ///
  /// - Parameters:
  ///   - name: The parameter's name.
  ///   - value: Its value.
  ///   - bound: What SQL reads, where that is something else.
  ///   - shown: What people read, where that is something else.
  public init(name: String, value: Cell, bound: Cell? = nil, shown: Cell? = nil) {
    self.name = name
    self.value = value
    self.bound = bound ?? value
    self.shown = shown ?? value
  }
}
