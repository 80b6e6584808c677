import Arguments

/// `name=value` on the command line.
struct NamedValue: ArgumentValue, Equatable {
  let name: String
  let value: String

  init(argument: String) throws(InvalidValue) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      throw InvalidValue(expected: .described("a parameter and its value, such as week=last"))
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  var argumentText: String { "\(name)=\(value)" }
}
