/// Decides which faults happen to a request.
///
/// A value without a clock: the same requests in the same order meet the same faults.
struct FaultPlan: Sendable {
  private var seed: UInt64
  private var entries: [Entry] = []

  private struct Entry {
    let fault: SandboxFault
    /// Requests that it applied to, and those that it happened to.
    var matched = 0
    var happened = 0
  }

  init(seed: UInt64) { self.seed = seed }

  /// The faults in force; setting them begins counting anew.
  var faults: [SandboxFault] {
    get { entries.map(\.fault) }
    set { entries = newValue.map { Entry(fault: $0) } }
  }

  /// The faults that happen to the next request.
  mutating func next(operation: String, conversation: String?) -> [SandboxFault] {
    var happening: [SandboxFault] = []
    for index in entries.indices
    where applies(entries[index].fault, operation, conversation) {
      entries[index].matched += 1
      if isDue(entries[index], index) {
        entries[index].happened += 1
        happening.append(entries[index].fault)
      }
    }
    return happening
  }

  private func applies(_ fault: SandboxFault, _ operation: String, _ conversation: String?) -> Bool
  {
    if let only = fault.operation {
      guard only == operation else { return false }
    } else if operation == Operation.token {
      return false
    }
    if case .lose = fault.kind, conversation == nil { return false }
    return fault.conversation == nil || fault.conversation == conversation
  }

  private func isDue(_ entry: Entry, _ index: Int) -> Bool {
    let number = entry.matched - entry.fault.after
    guard number > 0, entry.happened < entry.fault.times else { return false }
    if let every = entry.fault.every, number % every != 0 { return false }
    if let chance = entry.fault.chance {
      var draw = SplitMix(seed: seed ^ UInt64(entry.matched), concern: 100 + UInt64(index))
      return Double(draw.below(1_000_000)) < chance * 1_000_000
    }
    return true
  }
}
