public import Index
public import Output

extension JSONWriter {
  /// Says how complete the index is: times in ms UTC, `null` where no ingest fills it.
  ///
  /// - Parameter coverage: How complete it is.
  public mutating func member(coverage: Coverage?) {
    guard let coverage else { return member("coverage", Cell.null) }
    object("coverage") { json in
      for (name, value) in coverage.members { json.member(name, value) }
    }
  }
}
