/// A row of a command's table, or several: how words on the command line fill `Root`'s properties.
///
/// Made by the factories `flag`, `option`, `positional` and `positionals`; `section` puts a heading
/// over some, `group` lifts the rows of a shared group.
public struct Argument<Root> {
  let rows: [ArgumentRow<Root>]

  init(_ row: ArgumentRow<Root>) { rows = [row] }

  init(_ rows: [ArgumentRow<Root>]) { self.rows = rows }

  /// Puts a heading over some arguments in `--help`.
  ///
  /// - Parameters:
  ///   - title: The heading, without a colon.
  ///   - arguments: The arguments under it.
  /// - Returns: The same arguments.
  public static func section(_ title: String, _ arguments: [Argument<Root>]) -> Self {
    Self(
      arguments.flatMap(\.rows).map { row in
        var row = row
        row.info.section = row.info.section ?? title
        return row
      }
    )
  }

  /// Says what a shell may offer for a value, where its type does not tell.
  ///
  /// - Parameter completion: What to offer.
  /// - Returns: The same argument.
  public func completing(_ completion: ArgumentCompletion) -> Self {
    Self(
      rows.map { row in
        var row = row
        row.info.completion = completion
        return row
      }
    )
  }

  /// Lifts the arguments of a shared group into this table.
  ///
  /// - Parameter path: Where the group is kept.
  /// - Returns: The group's arguments, filling it there.
  public static func group<Group: OptionGroup>(_ path: WritableKeyPath<Root, Group>) -> Self {
    Self(Group.arguments.flatMap(\.rows).map { $0.lifted(through: path) })
  }
}

/// One argument: what there is to say about it, and how it is stored.
struct ArgumentRow<Root> {
  enum Action {
    /// Stores a flag: true, or false when it was negated.
    case flag((inout Root, Bool) -> Void)
    /// Stores the value that a word stands for.
    case value((inout Root, String) throws(InvalidValue) -> Void)
  }

  var info: ArgumentInfo
  let action: Action
  /// The default to show, read from a fresh root.
  var defaultText: (Root) -> String? = { _ in nil }

  func lifted<Outer>(through path: WritableKeyPath<Outer, Root>) -> ArgumentRow<Outer> {
    let lifted: ArgumentRow<Outer>.Action =
      switch action {
      case .flag(let store):
        .flag { store(&$0[keyPath: path], $1) }
      case .value(let store):
        .value { (outer: inout Outer, word: String) throws(InvalidValue) in
          try store(&outer[keyPath: path], word)
        }
      }
    let text = defaultText
    return ArgumentRow<Outer>(info: info, action: lifted) { text($0[keyPath: path]) }
  }
}
