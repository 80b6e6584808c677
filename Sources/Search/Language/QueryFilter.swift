public import Chronology

/// What a key and its value say about an item.
///
/// Names stand as typed: they resolve against an index.
public enum QueryFilter: Sendable, Hashable {
  /// `from:`: who wrote it, by id, e-mail address, name or `me`.
  case from(String)
  /// `mentions:`: who is mentioned in it, by id, e-mail address, name or `me`.
  case mentions(String)
  /// `in:`: the conversation it is in, by id or topic.
  case conversation(String)
  /// `topic:`: words of the conversation's topic.
  case topic(QueryTerm)
  /// `with:`: direct conversations with a person, by id, e-mail address, name or `me`.
  case partner(String)
  /// `member:`: conversations a person is in, by id, e-mail address, name or `me`.
  case member(String)
  /// `label:`: conversations that carry a label, by its id or text.
  case label(String)
  /// `account:`: conversations that an account saw, by its name or its person.
  case account(String)
  /// `liked-by:`: who likes it, by id, e-mail address, name or `me`.
  case likedBy(String)
  /// `flagged-by:`: who flags it, by id, e-mail address, name or `me`.
  case flaggedBy(String)
  /// `kind:`, or `is:direct` and the like: the type of its conversation.
  case kind(ConversationKind)
  /// `type:`: what the item itself is.
  case type(ItemType)
  /// `is:`: a state of the item.
  case state(ItemState)
  /// `has:`: something that comes with the item.
  case has(ItemPart)
  /// `likes:`, `replies:` and `files:`: how many there are.
  case count(ItemCount, CountRange)
  /// Every key for dates: when it was created.
  case created(TimeSpan)
  /// `subject:`: text of the subject.
  case subject(QueryTerm)
  /// `exact:`: text of the subject or the content exactly as typed.
  case exact(String)
  /// `sub:`: a piece of the subject or the content, folded as words are.
  case fragment(String)
  /// `file:`: text of an attachment's name.
  case file(QueryTerm)
  /// `ext:`: the ending of an attachment's name, in lower case and without a dot.
  case fileExtension(String)
  /// `mime:`: the MIME type of an attachment, in lower case; a part before or after the slash will do.
  case mime(String)
  /// `size:`: the size of an attachment in bytes.
  case size(CountRange)
  /// `scope:`: what the words of the query look for, and what kind of rows it gives.
  case scope(SearchScope)
  /// `id:`: this very item.
  case item(String)
  /// `thread:`: the thread's head and its replies, by the id of any of them.
  case thread(String)
}

/// The types of conversations.
public enum ConversationKind: String, Sendable, CaseIterable {
  /// Two people.
  case direct
  /// A closed conversation of several.
  case group
  /// A conversation that anyone in the tenant may join.
  case community
  /// A closed conversation of very many.
  case large
}

/// The types of items.
public enum ItemType: String, Sendable, CaseIterable {
  /// Something written.
  case text
  /// A note of the platform itself: someone joined, the topic changed.
  case system
  /// A call: the API's RTC.
  case call
}

/// The states `is:` asks for; `docs/query-language.md` defines each.
public enum ItemState: String, Sendable, CaseIterable {
  /// Someone whose account is held flags it.
  case flagged
  /// Someone likes it.
  case liked
  /// It was edited.
  case edited
  /// It was deleted on the platform.
  case deleted
  /// It is absent from a range that was fully walked twice.
  case gone
  /// It answers another item.
  case reply
  /// It is the head of a thread with replies.
  case thread
  /// It is a head with a sentence that ends in a question mark.
  case question
  /// It is a question to which nobody else has replied.
  case unanswered
  /// It is pinned in its conversation.
  case pinned
  /// It is in a conversation that someone made a favourite.
  case favorite
  /// A webhook posted it.
  case webhook
}

/// What `has:` asks for.
public enum ItemPart: String, Sendable, CaseIterable {
  /// An attachment.
  case file
  /// A link.
  case link
  /// A mention of a person.
  case mention
  /// A like.
  case like
  /// A reply.
  case reply
  /// Words of its own: a subject or a content that is not empty.
  case text
}

/// What `likes:`, `replies:` and `files:` count.
public enum ItemCount: String, Sendable, CaseIterable {
  /// People who like it now.
  case likes
  /// Replies to it.
  case replies
  /// Its attachments.
  case files
}

/// The numbers that a count or a size may be; both ends belong to it.
public struct CountRange: Sendable, Hashable {
  /// The smallest, 0 or more.
  public let lower: Int
  /// The largest, at least `lower`; `nil` when there is none.
  public let upper: Int?

  init(_ lower: Int, _ upper: Int?) {
    self.lower = lower
    self.upper = upper
  }
}
