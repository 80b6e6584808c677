extension SyntheticTenant {
  /// What was written, counted while it was written.
  ///
  /// A *message* is a TEXT item that is not deleted; its properties are counted of messages only.
  public struct Summary: Sendable, Equatable {
    /// Lines of `users.ndjson`.
    public var users = 0
    /// Lines of `conversations.ndjson`.
    public var conversations = 0
    /// Conversations of the type DIRECT.
    public var direct = 0
    /// Conversations of the type GROUP.
    public var group = 0
    /// Conversations of the type COMMUNITY.
    public var community = 0
    /// Conversations of the type LARGE.
    public var large = 0
    /// Lines of `items.ndjson` that hold an item.
    public var items = 0
    /// TEXT items that are not deleted.
    public var messages = 0
    /// TEXT items that are deleted.
    public var deleted = 0
    /// SYSTEM items.
    public var system = 0
    /// RTC items.
    public var calls = 0
    /// Items of a type that the API does not name.
    public var unknownTypes = 0
    /// Messages that were edited.
    public var edited = 0
    /// Messages with a `parentId`.
    public var replies = 0
    /// Messages with a subject.
    public var subjects = 0
    /// Messages of the content type RICH.
    public var rich = 0
    /// Messages that a webhook posted.
    public var webhook = 0
    /// Messages that somebody likes.
    public var liked = 0
    /// People on messages that they like.
    public var likes = 0
    /// Messages with attachments.
    public var withFiles = 0
    /// Attachments of messages.
    public var files = 0
    /// Messages with a preview.
    public var previews = 0
    /// Messages with a form.
    public var forms = 0
    /// Lines of `flags.ndjson`.
    public var flags = 0
    /// Different messages with a flag.
    public var flagged = 0
    /// Lines of `labels.ndjson`.
    public var labels = 0
    /// Lines of `favorites.ndjson`.
    public var favorites = 0
    /// Lines of `pins.ndjson`.
    public var pins = 0
    /// Items that are valid but odd.
    public var odd = 0
    /// Lines of `items.ndjson` that hold no item.
    public var brokenLines = 0
    /// The earliest `creationTime`, in milliseconds since 1970 UTC.
    public var firstTime = Int.max
    /// The latest `creationTime`, in milliseconds since 1970 UTC.
    public var lastTime = Int.min
    /// The size of `items.ndjson` in bytes.
    public var itemBytes = 0
    /// The size of all files in bytes.
    public var bytes = 0
  }
}
