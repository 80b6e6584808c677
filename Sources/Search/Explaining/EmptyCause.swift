/// Why a search found nothing: facts, for a sentence or for a program.
public struct EmptyCause: Sendable, Equatable {
  /// What the matter is.
  public enum Code: String, Sendable, CaseIterable {
    /// The index has no item with an id that was asked for.
    case noSuchItem
    /// The dates of the query leave no time.
    case noTimeLeft
    /// No item has the words in `terms`.
    case unknownWords
    /// Without any one of the parts in `filters` there would be hits.
    case excludedBy
    /// There are hits only among what is not listed unless asked for: other types, deleted, gone.
    case outsideMessages
    /// Each part alone has hits, and no item has them together.
    case neverTogether
    /// The index has no message.
    case noMessages
  }

  /// What the matter is.
  public var code: Code
  /// The words that nothing has.
  public var terms: [Term]
  /// Parts of the query without any one of which there would be hits.
  public var filters: [Part]
  /// What the index lacks where the query looks, if it does.
  public var incomplete: Incompleteness?

  init(_ code: Code, terms: [Term] = [], filters: [Part] = []) {
    self.code = code
    self.terms = terms
    self.filters = filters
  }

  /// A word or phrase that nothing has.
  public struct Term: Sendable, Equatable {
    /// The word as the index would have it, folded.
    public var text: String
    /// Words of the index that may have been meant, the likeliest first.
    public var suggestions: [Suggestion]
  }

  /// A word that the index has.
  public struct Suggestion: Sendable, Equatable {
    /// The word, folded.
    public var word: String
    /// How many items have it.
    public var count: BoundedCount
  }

  /// A part of the query that excludes hits.
  public struct Part: Sendable, Equatable {
    /// The part as typed.
    public var text: String
    /// How many hits there would be without it.
    public var hitsWithout: BoundedCount
  }

  /// A number that was counted up to some bound.
  public struct BoundedCount: Sendable, Equatable {
    /// The number, or how far it was counted.
    public var count: Int
    /// Whether there may be more.
    public var isBounded: Bool
  }

  /// What the index lacks where a query looks.
  public struct Incompleteness: Sendable, Equatable {
    /// Conversations that the query names and that are not wholly read.
    public var conversations: [Conversation]
    /// Up to when ingests have everything, in ms since 1970 UTC, where the query's dates go beyond.
    public var completeTo: Int64?
    /// The first and the last moment that an item is of, in ms, where the query's dates are outside.
    public var itemsWithin: ClosedRange<Int64>?

    /// A conversation that is not wholly read.
    public struct Conversation: Sendable, Equatable {
      /// Its id.
      public var convId: String
      /// Its name.
      public var name: String
      /// What is wanting.
      public var reasons: [Reason]
    }

    /// What is wanting of a conversation.
    public enum Reason: String, Sendable, CaseIterable {
      /// Its first reading has not come to its end.
      case unfinished
      /// The last run could not read it.
      case pending
      /// Ranges of it could not be read.
      case gaps
      /// No account sees it any more.
      case lost
      /// It was read from a later date on only.
      case shortened
    }
  }
}
