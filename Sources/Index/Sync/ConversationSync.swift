/// How far an ingest has read a conversation.
///
/// All times are ms since 1970 UTC.
package struct ConversationSync: Sendable, Equatable {
  /// A walk over all of a conversation that is under way.
  package struct Walk: Sendable, Equatable {
    /// Every item modified up to here, and from `origin` on, was asked for.
    package var cursor: Int64
    /// When the walk began.
    package var started: Int64
    /// The modificationTime it began at.
    package var origin: Int64
    /// Whether the ids it sees are noted, to find the absent ones at its end.
    package var tracks: Bool
    /// Requests it took so far.
    package var pages: Int

    /// A walk at `cursor`.
    package init(cursor: Int64, started: Int64, origin: Int64, tracks: Bool, pages: Int = 0) {
      self.cursor = cursor
      self.started = started
      self.origin = origin
      self.tracks = tracks
      self.pages = pages
    }
  }

  /// Items modified before this were never asked for.
  package var origin: Int64
  /// Every item modified up to here was asked for; nil while none was.
  package var cursor: Int64?
  /// When the first walk reached the end.
  package var backfilled: Int64?
  /// When the last complete walk began: what was so before, it saw.
  package var verified: Int64?
  /// Requests that walk took.
  package var pages = 0
  /// The walk over all of it that is under way.
  package var walk: Walk?
  /// Since when no account sees it.
  package var lost: Int64?

  /// A conversation of which nothing was read.
  package init(origin: Int64 = 0) { self.origin = origin }
}

/// A range of modificationTime, both ends included, in which items may be missing.
package struct SyncGap: Sendable, Equatable {
  /// The first ms.
  package var first: Int64
  /// The last ms.
  package var last: Int64
  /// Why.
  package var reason: String

  /// A gap.
  package init(first: Int64, last: Int64, reason: String) {
    self.first = first
    self.last = last
    self.reason = reason
  }
}
