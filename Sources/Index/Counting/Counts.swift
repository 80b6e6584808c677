/// What is counted of a set of items; `docs/views.md` says what each count means.
package struct Counts: Equatable, Sendable {
  package var messages: Int64
  package var replies: Int64
  package var likes: Int64
  package var files: Int64
  package var calls: Int64

  /// Counts that are all 0 but those given.
  package init(
    messages: Int64 = 0,
    replies: Int64 = 0,
    likes: Int64 = 0,
    files: Int64 = 0,
    calls: Int64 = 0
  ) {
    self.messages = messages
    self.replies = replies
    self.likes = likes
    self.files = files
    self.calls = calls
  }

  /// Adds up.
  package static func += (left: inout Counts, right: Counts) {
    left.messages += right.messages
    left.replies += right.replies
    left.likes += right.likes
    left.files += right.files
    left.calls += right.calls
  }

  /// In the order of the columns of every table of counts.
  package var inOrder: [Int64] { [messages, replies, likes, files, calls] }
}
