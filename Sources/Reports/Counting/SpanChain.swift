/// A chain of spans of time, each beginning where the one before ends.
struct SpanChain {
  /// The first ms (UTC) of each span, and the ms after the last.
  let cuts: [Int64]

  /// How many spans it has.
  var count: Int { max(0, cuts.count - 1) }
  /// Its first ms, UTC.
  var from: Int64 { cuts.first ?? 0 }
  /// The ms after its last, UTC.
  var to: Int64 { cuts.last ?? 0 }

  /// Goes through a chain with times that come in order.
  struct Cursor {
    private let cuts: [Int64]
    private var span = 0

    init(_ chain: SpanChain) { cuts = chain.cuts }

    /// The place of the span that a time lies in, which is no earlier than the time before.
    mutating func span(at time: Int64) -> Int {
      while span + 2 < cuts.count, time >= cuts[span + 1] { span += 1 }
      return span
    }
  }
}
