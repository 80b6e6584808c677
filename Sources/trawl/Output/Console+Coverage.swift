import Index
import Output

extension Console {
  /// Says on standard error how complete the index is, where that matters.
  ///
  /// - Parameters:
  ///   - coverage: How complete it is.
  ///   - zone: The zone that times are shown in.
  func say(_ coverage: Coverage?, in zone: Zone) {
    guard let coverage, coverage.matters(at: now) else { return }
    let sentence = coverage.sentence(at: now) {
      "\(zone.civilTime(at: $0).short) \(zone.identifier)"
    }
    note("the index is \(sentence); see 'trawl status'")
  }
}
