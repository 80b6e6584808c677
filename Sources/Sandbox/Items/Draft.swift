/// A message before it is written.
struct Draft: Sendable {
  /// What it says.
  enum Content: Sendable {
    case drawn(Composer.Role)
    /// HTML that was written by hand.
    case written(String)
  }

  /// What its subject is.
  enum Title: Sendable {
    case none
    case drawn
    case written(String)
  }

  let room: Int
  let author: Int
  let time: Int
  let content: Content
  var title = Title.none
  var parent: ThreadHead?
  var isWebhook = false
  /// What the message's story says; everything else is drawn.
  var story: Story.Message?

  var role: Composer.Role {
    switch content {
    case .drawn(let role): role
    case .written: .statement
    }
  }
}
