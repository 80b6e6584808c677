import Arguments

/// So many days, weeks, months or years on the command line: `4w`.
struct PeriodCount: ArgumentValue, Equatable {
  let argumentText: String

  init(argument: String) throws(InvalidValue) {
    let number = argument.dropLast()
    guard let unit = argument.last, "dwmy".contains(unit), let count = Int(number), count > 0,
      number.first?.isNumber == true
    else {
      throw InvalidValue(
        expected: .described("days, weeks, months or years such as 30d, 4w, 6m or 2y")
      )
    }
    argumentText = argument
  }
}
