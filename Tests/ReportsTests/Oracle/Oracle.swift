import Foundation
import Output

/// Recounts what reports say of a tenant, in plain loops: no SQL, and none of the code that reports or the index run.
///
/// A report of it is in extensions, one a report.
struct Oracle {
  /// A block as it should be.
  struct Table {
    let name: String
    let columns: [String]
    let rows: [[Cell]]

    init(_ name: String, _ columns: String, _ rows: [[Cell]]) {
      self.name = name
      self.columns = columns.split(separator: " ").map(String.init)
      self.rows = rows
    }
  }

  /// An item, and what a zone's clocks show at its time.
  struct Entry {
    let item: TenantModel.Item
    let day: CalendarDay
    /// 1 for Monday.
    let weekday: Int
    let hour: Int
    var time: Int64 { item.time }
  }

  typealias Message = Entry

  let model: TenantModel
  /// The zone's items in the order of their times, ties by id.
  let entries: [Entry]
  let span: OracleSpan
  /// The most rows of the long tables.
  let most: Int
  /// The period's items, earliest first.
  let messages: [Message]
  let calls: [Entry]
  /// Messages of all times.
  let allMessages: [Message]
  private let days: LocalDays
  private let byID: [String: Entry]
  private let repliesByHead: [String: [Entry]]

  /// Prepares the recount of a period.
  init(_ tenant: ZonedTenant, _ span: OracleSpan, most: Int) {
    model = tenant.model
    entries = tenant.entries
    days = tenant.days
    byID = tenant.byID
    repliesByHead = tenant.repliesByHead
    self.span = span
    self.most = most
    let items = tenant.entries.filter { span.contains($0.day) }
    messages = items.filter(\.item.isMessage)
    calls = items.filter(\.item.isCall)
    allMessages = tenant.messages
  }

  func items(in span: OracleSpan) -> [Entry] { entries.filter { span.contains($0.day) } }

  /// The message of an id.
  func message(_ id: String) -> Message? {
    byID[id].flatMap { $0.item.isMessage ? $0 : nil }
  }

  func exists(_ id: String) -> Bool { byID[id] != nil }

  /// The messages that answer a message.
  func replies(to message: Message) -> [Message] { repliesByHead[message.item.id] ?? [] }

  /// How long the first reply by another person took (ms); nil for none.
  func wait(of head: Message) -> Int64? {
    var first: Int64?
    for reply in replies(to: head) where reply.item.author != head.item.author {
      first = min(first ?? .max, reply.time)
    }
    return first.map { $0 - head.time }
  }

  func localDay(of time: Int64) -> CalendarDay { days.moment(at: time).day }

  /// The period's first and last moment (ms UTC): from the first day on, up to the day after the last.
  var bounds: Range<Int64> { days.start(of: span.first)..<days.start(of: span.last.adding(1)) }

  /// Flags there are now on messages.
  var openFlags: [(flag: TenantModel.Flag, message: Message)] {
    model.flags.compactMap { flag in message(flag.item).map { (flag, $0) } }
  }

  /// How many flags there are now on messages, by the message's id.
  func flagCount(of messages: [Message]) -> Int {
    let ids = Set(messages.map(\.item.id))
    return model.flags.count { ids.contains($0.item) }
  }
}

/// A tenant by the clocks of a zone.
struct ZonedTenant {
  let model: TenantModel
  let days: LocalDays
  let entries: [Oracle.Entry]
  let messages: [Oracle.Entry]
  let byID: [String: Oracle.Entry]
  let repliesByHead: [String: [Oracle.Entry]]

  init(_ model: TenantModel, in zone: TimeZone) {
    let days = LocalDays(zone)
    let moments = days.moments(at: model.items.map(\.time))
    let entries = model.items.compactMap { item in
      moments[item.time].map { moment in
        Oracle.Entry(item: item, day: moment.day, weekday: moment.weekday, hour: moment.hour)
      }
    }.sorted { left, right in
      left.time != right.time
        ? left.time < right.time
        : left.item.id.utf8.lexicographicallyPrecedes(right.item.id.utf8)
    }
    self.model = model
    self.days = days
    self.entries = entries
    byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.item.id, $0) })
    messages = entries.filter(\.item.isMessage)
    repliesByHead = Dictionary(grouping: messages) { $0.item.parent ?? "" }
  }
}
