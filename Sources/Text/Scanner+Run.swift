/// Runs of scripts written without spaces: `ABCD` gives `AB`, `BC`, `CD`, `D`.
extension Scanner {
  /// Takes the run's next character, from the cluster's place in the source.
  mutating func feedUnit(_ scalar: UInt32) {
    let length = (pair + 1 + unitLength).encode(scalar)
    guard unitLength > 0 else {
      hasPair = false
      moveUnit(length)
      return
    }
    emit(pair + 1, unitLength + length, from: unitStart, to: clusterEnd, .pair)
    if !hasPair {
      emitRunLead(length: unitLength + length, to: clusterEnd)
    }
    hasPair = true
    for index in 0..<length {
      pair[1 + index] = pair[1 + unitLength + index]
    }
    moveUnit(length)
  }

  /// Ends the run: its last character, so that each begins some token.
  mutating func endRun() {
    flushCluster()
    emit(pair + 1, unitLength, from: unitStart, to: unitEnd, .runEnd)
    if !hasPair {
      emitRunLead(length: unitLength, to: unitEnd)
    }
    unitLength = 0
    lead = 0
    state = .idle
  }

  private mutating func moveUnit(_ length: Int) {
    unitLength = length
    unitStart = clusterStart
    unitEnd = clusterEnd
  }

  /// The run's beginning with the `#` or `@` before it.
  private mutating func emitRunLead(length: Int, to end: Int) {
    guard lead != 0, lead != UInt8(ascii: ".") else { return }
    pair[0] = lead
    emit(pair, length + 1, from: leadStart, to: end, .symbolWord)
  }
}
