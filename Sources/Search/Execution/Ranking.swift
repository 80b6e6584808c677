internal import SQLite

/// A match and how good it is.
struct Candidate {
  var score: Double
  let rowid: Int64

  /// By score, ties by the newest.
  static func isBetter(_ first: Self, _ second: Self) -> Bool {
    (first.score, first.rowid) > (second.score, second.rowid)
  }
}

/// How far a ranking has come.
struct Ranking {
  struct Passed {
    let candidate: Candidate
    /// In ms.
    let time: Int64
  }

  /// The newest item of the index when the first page was made: later ones are not in the answer, and
  /// how recent a match is is reckoned from there.
  let newest: Int64
  /// The window of the page before, to go on in; nil for a new one.
  private(set) var window: ClosedRange<Int64>?
  /// The last row of the page before, if it is in this window.
  private(set) var last: Candidate?
  /// The newest match of the window, and the oldest compared so far.
  private(set) var top: Int64
  private(set) var oldest: Int64
  /// Up to which rowid further matches are looked for.
  private(set) var nextTop: Int64
  /// How many matches were compared.
  private(set) var compared = 0
  /// Whether anything matched, listed or not.
  private(set) var hasMatches = false
  var passed: [Passed] = []
  /// Whether there may be older matches.
  var hasMore = false
  /// Whether no older match, in the window or before it, can be among the rows of the page.
  var isSettled = false
  var isInterrupted = false

  init(after place: SearchCursor.Place?, on connection: Connection) throws {
    if case .score(let score, let rowid, let newest, let window) = place {
      self.newest = newest
      self.window = window.lowerBound == Self.open ? nil : window
      last = Candidate(score: score, rowid: rowid)
      (top, oldest) = (window.upperBound, window.lowerBound)
    } else {
      newest = try connection.integer("SELECT max(id) FROM item") ?? 0
      (top, oldest) = (newest, newest)
    }
    nextTop = top
  }

  /// The lower bound of a window whose end was not looked for: the next page's window begins at the same match and
  /// is as large as a new one.
  private static let open: Int64 = -1

  /// The window for the next page to go on in.
  var windowToGoOn: ClosedRange<Int64> {
    let end = window?.lowerBound ?? (isSettled ? Self.open : hasMore ? oldest : 0)
    return end...top
  }

  mutating func note(_ candidates: [Candidate]) {
    compared += candidates.count
    if !candidates.isEmpty { hasMatches = true }
    guard window == nil else { return }
    if let first = candidates.first, compared == candidates.count { top = first.rowid }
    oldest = candidates.last?.rowid ?? oldest
    nextTop = oldest - 1
  }

  /// Goes on to the next window; false when there is none.
  mutating func advance() -> Bool {
    guard hasMore else { return false }
    if let window { nextTop = window.lowerBound - 1 }
    (window, last, compared) = (nil, nil, 0)
    return true
  }
}
