extension Argument {
  /// A word by its place that must be there; the property's first value is a placeholder.
  ///
  /// - Parameters:
  ///   - name: What it is, a word for `--help`.
  ///   - path: The property.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func positional<Value: ArgumentValue>(
    _ name: String,
    to path: WritableKeyPath<Root, Value>,
    help: String
  ) -> Self {
    Self(.positional(name, .one, help, of: Value.self) { $0[keyPath: path] = $1 })
  }

  /// A word by its place that may be missing.
  ///
  /// - Parameters:
  ///   - name: What it is, a word for `--help`.
  ///   - path: The property: nil when the word is missing.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func positional<Value: ArgumentValue>(
    _ name: String,
    to path: WritableKeyPath<Root, Value?>,
    help: String
  ) -> Self {
    Self(.positional(name, .optional, help, of: Value.self) { $0[keyPath: path] = $1 })
  }

  /// All words that no other positional took.
  ///
  /// - Parameters:
  ///   - name: What one is, a word for `--help`.
  ///   - path: The property.
  ///   - required: Whether there must be one at least.
  ///   - help: What they do.
  /// - Returns: A row of a table.
  public static func positionals<Value: ArgumentValue>(
    _ name: String,
    to path: WritableKeyPath<Root, [Value]>,
    required: Bool = false,
    help: String
  ) -> Self {
    Self(
      .positional(name, required ? .some : .any, help, of: Value.self) {
        $0[keyPath: path].append($1)
      }
    )
  }
}

extension ArgumentRow {
  fileprivate static func positional<Value: ArgumentValue>(
    _ name: String,
    _ arity: ArgumentInfo.Arity,
    _ help: String,
    of type: Value.Type,
    store: @escaping (inout Root, Value) -> Void
  ) -> Self {
    let info = ArgumentInfo(
      form: .positional(name: name, arity: arity),
      names: [],
      help: help,
      choices: Value.argumentChoices,
      isRepeatable: arity == .any || arity == .some,
      completion: Value.argumentCompletion
    )
    return Self(
      info: info,
      action: .value { (root: inout Root, word: String) throws(InvalidValue) in
        store(&root, try Value(argument: word))
      }
    )
  }
}
