extension Argument {
  /// A flag that switches a property on, or off with `--no-…` when negatable.
  ///
  /// - Parameters:
  ///   - names: Its spellings, such as `"-q", "--quiet"`.
  ///   - path: The property.
  ///   - negatable: Whether `--no-name` switches it off.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func flag(
    _ names: String...,
    to path: WritableKeyPath<Root, Bool>,
    negatable: Bool = false,
    help: String
  ) -> Self {
    let info = ArgumentInfo(
      form: .flag(negatable: negatable),
      names: names,
      help: help,
      choices: [],
      isRepeatable: false
    )
    return Self(ArgumentRow(info: info, action: .flag { $0[keyPath: path] = $1 }))
  }

  /// A negatable flag that also knows whether it was given at all.
  ///
  /// - Parameters:
  ///   - names: Its spellings.
  ///   - path: The property: nil until `--name` or `--no-name` is given.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func flag(
    _ names: String...,
    to path: WritableKeyPath<Root, Bool?>,
    help: String
  ) -> Self {
    let info = ArgumentInfo(
      form: .flag(negatable: true),
      names: names,
      help: help,
      choices: [],
      isRepeatable: false
    )
    return Self(ArgumentRow(info: info, action: .flag { $0[keyPath: path] = $1 }))
  }

  /// An option with a value; given twice, the last one counts.
  ///
  /// - Parameters:
  ///   - names: Its spellings, such as `"-n", "--limit"`.
  ///   - path: The property; what it holds in a fresh command is the default.
  ///   - value: What the value is, a word for `--help`.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func option<Value: ArgumentValue>(
    _ names: String...,
    to path: WritableKeyPath<Root, Value>,
    value: String,
    help: String
  ) -> Self {
    let row = ArgumentRow<Root>.option(names, value, help, of: Value.self) {
      $0[keyPath: path] = $1
    }
    return Self(row.showing { $0[keyPath: path].argumentText })
  }

  /// An option with a value that may be missing.
  ///
  /// - Parameters:
  ///   - names: Its spellings.
  ///   - path: The property: nil until the option is given.
  ///   - value: What the value is, a word for `--help`.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func option<Value: ArgumentValue>(
    _ names: String...,
    to path: WritableKeyPath<Root, Value?>,
    value: String,
    help: String
  ) -> Self {
    let row = ArgumentRow<Root>.option(names, value, help, of: Value.self) {
      $0[keyPath: path] = $1
    }
    return Self(row.showing { $0[keyPath: path]?.argumentText })
  }

  /// An option that may be given several times, each adding a value.
  ///
  /// - Parameters:
  ///   - names: Its spellings.
  ///   - path: The property; what it holds in a fresh command stays in front.
  ///   - value: What one value is, a word for `--help`.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func option<Value: ArgumentValue>(
    _ names: String...,
    to path: WritableKeyPath<Root, [Value]>,
    value: String,
    help: String
  ) -> Self {
    Self(
      ArgumentRow<Root>.option(names, value, help, of: Value.self, isRepeatable: true) {
        $0[keyPath: path].append($1)
      }
    )
  }

  /// An option whose value is a whole number between two bounds.
  ///
  /// - Parameters:
  ///   - names: Its spellings.
  ///   - path: The property.
  ///   - range: The numbers that are allowed.
  ///   - value: What the value is, a word for `--help`.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func option(
    _ names: String...,
    to path: WritableKeyPath<Root, Int>,
    in range: ClosedRange<Int>,
    value: String,
    help: String
  ) -> Self {
    let row = ArgumentRow<Root>.number(names, value, help, in: range) { $0[keyPath: path] = $1 }
    return Self(row.showing { $0[keyPath: path].argumentText })
  }

  /// An option whose value is a whole number between two bounds, or missing.
  ///
  /// - Parameters:
  ///   - names: Its spellings.
  ///   - path: The property: nil until the option is given.
  ///   - range: The numbers that are allowed.
  ///   - value: What the value is, a word for `--help`.
  ///   - help: What it does.
  /// - Returns: A row of a table.
  public static func option(
    _ names: String...,
    to path: WritableKeyPath<Root, Int?>,
    in range: ClosedRange<Int>,
    value: String,
    help: String
  ) -> Self {
    let row = ArgumentRow<Root>.number(names, value, help, in: range) { $0[keyPath: path] = $1 }
    return Self(row.showing { $0[keyPath: path]?.argumentText })
  }
}

extension ArgumentRow {
  fileprivate static func option<Value: ArgumentValue>(
    _ names: [String],
    _ value: String,
    _ help: String,
    of type: Value.Type,
    isRepeatable: Bool = false,
    store: @escaping (inout Root, Value) -> Void
  ) -> Self {
    let info = ArgumentInfo(
      form: .option(value: value),
      names: names,
      help: help,
      choices: Value.argumentChoices,
      isRepeatable: isRepeatable,
      completion: Value.argumentCompletion
    )
    return Self(
      info: info,
      action: .value { (root: inout Root, word: String) throws(InvalidValue) in
        store(&root, try Value(argument: word))
      }
    )
  }

  fileprivate static func number(
    _ names: [String],
    _ value: String,
    _ help: String,
    in range: ClosedRange<Int>,
    store: @escaping (inout Root, Int) -> Void
  ) -> Self {
    let info = ArgumentInfo(
      form: .option(value: value),
      names: names,
      help: help,
      choices: [],
      isRepeatable: false
    )
    return Self(
      info: info,
      action: .value { (root: inout Root, word: String) throws(InvalidValue) in
        guard let number = Int(word), range.contains(number) else {
          throw InvalidValue(expected: .wholeNumber(range))
        }
        store(&root, number)
      }
    )
  }

  fileprivate func showing(_ text: @escaping (Root) -> String?) -> Self {
    Self(info: info, action: action, defaultText: text)
  }
}
