/// What a walk needs to know of a page: ids and times, nothing of what is in it.
struct WalkPage: Sendable, Equatable {
  /// One thing of the page.
  struct Entry: Sendable, Equatable {
    /// A digest of its id.
    var id: UInt64
    /// Its modificationTime, ms since 1970 UTC; nil when it has none.
    var modified: Int64?
  }

  /// Its things, in any order.
  var entries: [Entry]
  /// How many the answer had, those that could not be read included.
  var count: Int

  init(entries: [Entry], count: Int? = nil) {
    self.entries = entries
    self.count = count ?? entries.count
  }

  var isEmpty: Bool { count == 0 }

  /// The ids of what stands at `time`.
  func ids(at time: Int64) -> Set<UInt64> {
    Set(entries.lazy.filter { $0.modified == time }.map(\.id))
  }

  /// The latest time up to `limit`.
  func latest(upTo limit: Int64) -> Int64? {
    entries.lazy.compactMap(\.modified).filter { $0 <= limit }.max()
  }
}
