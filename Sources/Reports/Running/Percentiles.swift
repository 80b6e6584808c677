import SQLite

/// The numbers of a group of rows, for `median(x)` and `percentile(x, p)`.
private final class Numbers {
  var values: [Double] = []
  /// 0 to 100; nil where the rows say nothing sensible.
  var percent: Double?

  func add(_ arguments: FunctionArguments, percent: Double?) {
    self.percent = percent
    if !arguments.isNull(0) { values.append(arguments.real(0)) }
  }

  /// The value below which so many percent of the values lie, between two values by their distance from it.
  ///
  /// That is the definition of SQLite's own percentile extension, and type 7 of Hyndman and Fan, "Sample Quantiles in
  /// Statistical Packages", The American Statistician 50 (1996).
  var percentile: Double? {
    guard let percent, (0...100).contains(percent), !values.isEmpty else { return nil }
    values.sort()
    let place = percent / 100 * Double(values.count - 1)
    let below = Int(place)
    let above = min(below + 1, values.count - 1)
    return values[below] + (place - Double(below)) * (values[above] - values[below])
  }
}

extension Connection {
  /// Defines the aggregates `median(x)` and `percentile(x, p)`, which pass over NULL.
  func definePercentiles() throws(SQLiteError) {
    func define(
      _ name: String,
      arguments: Int,
      percent: @escaping (FunctionArguments) -> Double?
    ) throws(SQLiteError) {
      try defineAggregate(
        name,
        arguments: arguments,
        make: Numbers.init,
        step: { $0.add($1, percent: percent($1)) },
        finish: { numbers, result in
          if let value = numbers.percentile { result.set(value) }
        }
      )
    }
    try define("median", arguments: 1) { _ in 50 }
    try define("percentile", arguments: 2) { $0.isNull(1) ? nil : $0.real(1) }
  }
}
