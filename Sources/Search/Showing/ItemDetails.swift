/// One item with all that the index knows of it.
public struct ItemDetails: Sendable, Equatable {
  /// What a search tells of it; its snippet is the beginning of the text.
  public var hit: SearchHit
  /// The whole text, cleaned for display, with its line breaks; for what has none, what the platform notes.
  public var text: String
  /// Who likes it, in the API's order.
  public var likedBy: [Person]
  /// Who flags it, of those whose flags are known.
  public var flaggedBy: [Flagging]

  /// A person by id and name.
  public struct Person: Sendable, Equatable {
    /// The API's userId.
    public var userId: String
    /// The name, cleaned for display.
    public var name: String
  }

  /// Who flags it, and since when that is known.
  public struct Flagging: Sendable, Equatable {
    /// Who.
    public var person: Person
    /// When the flag was seen first, in ms since 1970 UTC: it was set then or before.
    public var firstSeen: Int64?
  }
}

/// An item among the messages around it.
public struct ItemInContext: Sendable, Equatable {
  /// The item.
  public var item: ItemDetails
  /// The messages of the same conversation just before it, the earliest first.
  public var before: [ItemDetails]
  /// The messages of the same conversation just after it, the earliest first.
  public var after: [ItemDetails]
}

/// A page of a thread: its head and replies, the earliest first; deleted and gone ones too.
public struct ThreadPage: Sendable, Equatable {
  /// The head's id, also where the index does not have the head.
  public var headId: String
  /// How many items of the thread the index has, on all pages.
  public var count: Int
  /// This page's items.
  public var items: [ItemDetails]
  /// Where the next page begins; `nil` on the last.
  public var nextCursor: String?
}

/// What an id means that no item of the index has.
public enum ForeignID: Sendable, Equatable {
  /// It is a conversation's; the text is its name.
  case conversation(String)
  /// It is a person's; the text is the name.
  case person(String)
  /// Someone flags such an item, which the index never got.
  case flaggedOnly
  /// Items have ids that begin so.
  case beginning([String])
  /// Nothing.
  case unknown
}
