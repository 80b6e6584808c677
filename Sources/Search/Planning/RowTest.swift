internal import Chronology
internal import Index
internal import SQLite

/// A condition on an item's row (`item i`) and on what belongs to it.
enum RowTest: Equatable {
  case sender(Int64)
  case conversation(Int64)
  case conversations(ConversationSet)
  /// Who likes it.
  case likedBy(Int64)
  /// Rows that a table names: what is flagged or pinned, a thread.
  case rows(RowSet)
  /// A MIME type of an attachment, in lower case, or the part of one before or after the slash.
  case mime(String)
  /// The bytes of an attachment.
  case size(CountRange)
  /// A subject or a content that is not empty.
  case hasText
  /// By the API's name: `DIRECT`, `GROUP`, `COMMUNITY`, `LARGE`.
  case conversationType(String)
  case type(ItemType)
  case state(ItemState)
  case count(ItemCount, CountRange)
  case created(TimeSpan)
  /// Text of the subject or the content exactly as typed; a piece of it.
  case exact(String)
  case fragment(String)
  case item(Int64)

  /// The test in SQL, where a rowid may lie `displacement` ms after its item's time.
  func predicate(displacement: Int64) -> SQLFragment {
    switch self {
    case .sender(let id): SQLFragment("i.creator = ?", [.integer(id)])
    case .conversation(let id): SQLFragment("i.conversation = ?", [.integer(id)])
    case .conversations(let set): set.predicate
    case .likedBy(let person):
      SQLFragment(
        """
        (i.likes > 0 AND EXISTS
          (SELECT 1 FROM item_like l WHERE l.item = i.id AND l.user = ? AND l.gone_run IS NULL))
        """,
        [.integer(person)]
      )
    case .rows(let set): set.membership(of: "i.id")
    case .mime(let type): Self.predicate(mimeType: type)
    case .size(let range): Self.attachment(with: range.predicate("a.size"))
    case .hasText:
      SQLFragment(
        """
        EXISTS (SELECT 1 FROM item_text t WHERE t.id = i.id
          AND trim(coalesce(clean_text(t.subject), '') || coalesce(plain_text(t.content, t.form), '')) <> '')
        """
      )
    case .conversationType(let type):
      SQLFragment(
        "(SELECT c.type FROM conversation c WHERE c.id = i.conversation) IS ?",
        [.text(type)]
      )
    case .type(let type): SQLFragment("i.kind = \(type.kind)")
    case .state(let state): SQLFragment(Self.predicate(of: state))
    case .count(let count, let range): Self.predicate(count, range)
    case .created(let span): Self.predicate(span, displacement: displacement)
    case .exact(let text): TextProbe.predicate(TextProbe.exact, text)
    case .fragment(let text): TextProbe.predicate(TextProbe.fragment, text)
    case .item(let id): SQLFragment("i.id = ?", [.integer(id)])
    }
  }

  /// Whether it reads a row's whole text.
  var isCostly: Bool {
    switch self {
    case .exact, .fragment: true
    default: false
    }
  }

  /// The rows that pass, where a table names them.
  var rows: RowSet? {
    switch self {
    case .rows(let set): set
    case .state(.flagged): .flagged
    case .state(.pinned): .pinned
    default: nil
    }
  }

  /// The rowids that items can have that pass, where the test bounds them.
  func rowids(displacement: Int64) -> ClosedRange<Int64>? {
    switch self {
    case .created(let span):
      Rowid.range(
        from: span.from ?? 0,
        to: span.to ?? Rowid.latestTime + 1,
        displacement: displacement
      )
    case .item(let id): id...id
    default: nil
    }
  }
}

extension RowTest {
  private static func predicate(of state: ItemState) -> String {
    switch state {
    case .liked: "i.likes > 0"
    case .edited: "i.state = 2"
    case .deleted: "i.state = 3"
    case .gone: "i.gone = 1"
    case .reply: "i.thread IS NOT NULL"
    case .thread:
      "(i.thread IS NULL AND EXISTS (SELECT 1 FROM thread t WHERE t.head = i.id AND t.replies > 0))"
    case .question: question
    case .unanswered:
      """
      (\(question) AND NOT EXISTS (SELECT 1 FROM thread t JOIN item r ON r.thread = t.id \
      WHERE t.head = i.id AND r.creator <> i.creator AND r.kind = 0 AND r.state <> 3 AND r.gone = 0))
      """
    case .favorite: "i.conversation IN (SELECT conversation FROM favorite)"
    case .webhook: "i.webhook = 1"
    // Sets of rows, which carry no values.
    case .flagged: RowSet.flagged.membership(of: "i.id").text
    case .pinned: RowSet.pinned.membership(of: "i.id").text
    }
  }

  private static let question = "(i.question = 1 AND i.thread IS NULL AND i.webhook = 0)"

  private static func predicate(_ count: ItemCount, _ range: CountRange) -> SQLFragment {
    let column =
      switch count {
      case .likes: "i.likes"
      case .files: "i.files"
      case .replies: "coalesce((SELECT t.replies FROM thread t WHERE t.head = i.id), 0)"
      }
    return range.predicate(column)
  }

  /// With slashes for whatever parts a type, `text/plain; charset=utf-8` has `text/plain`, `text` and `plain`.
  private static func predicate(mimeType type: String) -> SQLFragment {
    let wanted = type.hasSuffix("/*") ? String(type.dropLast(2)) : type
    let parts = "'/' || replace(lower(a.mime_type), ';', '/') || '/'"
    return attachment(with: SQLFragment("instr(\(parts), ?) > 0", [.text("/\(wanted)/")]))
  }

  private static func attachment(with test: SQLFragment) -> SQLFragment {
    SQLFragment(
      "EXISTS (SELECT 1 FROM attachment a WHERE a.item = i.id AND \(test.text))",
      test.values
    )
  }

  private static func predicate(_ span: TimeSpan, displacement: Int64) -> SQLFragment {
    // Where every rowid tells its item's time, a range of rowids says it all.
    let column = displacement == 0 ? "(i.id >> 3)" : "coalesce(i.created, i.id >> 3)"
    let bounds = [
      span.from.map { SQLFragment("\(column) >= ?", [.integer($0)]) },
      span.to.map { SQLFragment("\(column) < ?", [.integer($0)]) },
    ]
    return .joined(bounds.compactMap { $0 }, by: " AND ")
  }
}

extension CountRange {
  fileprivate func predicate(_ column: String) -> SQLFragment {
    let least = Value.integer(Int64(lower))
    return upper.map { upper in
      SQLFragment("\(column) BETWEEN ? AND ?", [least, .integer(Int64(upper))])
    } ?? SQLFragment("\(column) >= ?", [least])
  }
}

extension ItemType {
  /// The value of `item.kind`.
  fileprivate var kind: Int {
    switch self {
    case .text: 0
    case .system: 1
    case .call: 2
    }
  }
}
