/// A tenant as the API tells of it at one moment, and what was seen of its marks before: all that reports count, in a
/// form that plain loops can count too.
///
/// People and conversations are known by their places in the arrays, which are in the order in which an import meets
/// them: reports break ties by it.
struct TenantModel {
  struct Person {
    let id: String
    var name: String?
    var email: String?
    /// Whether the API describes them; else they are only mentioned.
    var isDescribed = true

    var shownName: String { if let name, !name.isEmpty { name } else { email ?? id } }
  }

  struct Place {
    let id: String
    var type: String?
    var topic: String?
    var placeholder: String?
    var creator: Int?
    var created: Int64?
    var modified: Int64?
    var members: [Int] = []
    var isDescribed = true
  }

  /// A message's text as it is sent, and what a reader sees of it.
  struct Wording: Equatable {
    var sent: String
    var isRich = false
    var shown: String
    /// Whether a sentence of it ends in a question mark.
    var asks = false
  }

  struct File: Equatable {
    var name: String?
    /// By construction of the name.
    var ending: String?
    var size: Int64?
  }

  struct Call: Equatable {
    var type: String?
    var duration: Int64?
    var attendees: Int64?
  }

  struct Item: Equatable {
    let id: String
    var place: Int?
    /// Nil: the API does not say who.
    var author: Int?
    var type = "TEXT"
    var created: Int64?
    var modified: Int64?
    var state: String? = "CREATED"
    /// The id of what it answers, which may not be here.
    var parent: String?
    var isWebhook = false
    var subject: String?
    var wording: Wording?
    var likers: [Int] = []
    var files: [File] = []
    var call: Call?
    var isGone = false
  }

  struct Flag {
    let person: Int
    let item: String
    /// When the look began that showed it first.
    let seen: Int64
  }

  /// A like or flag that is there no more, between two looks.
  struct PastMark {
    let person: Int
    let item: String
    let after: Int64
    let before: Int64
  }

  /// A run that wrote.
  struct Run {
    let started: Int64
    var ended: Int64?
    let command: String
    var inserted = 0
    var updated = 0
    var unchanged = 0
    var older = 0
    var quarantined = 0
    var isSettled = false
  }

  /// How far an ingest has read a conversation.
  struct Reading {
    let place: Int
    var origin: Int64 = 0
    var backfilled: Int64?
    var verified: Int64?
    var gaps = 0
    var pending: String?
    var lost: Int64?
  }

  var people: [Person] = []
  var places: [Place] = []
  var items: [Item] = []
  var flags: [Flag] = []
  var pastFlags: [PastMark] = []
  var pastLikes: [PastMark] = []
  var runs: [Run] = []
  var readings: [Reading] = []
}

extension TenantModel.Item {
  /// Where it stands in time: its creationTime, else its modificationTime, else 1970; absurd ones are none.
  var time: Int64 {
    for time in [created, modified] {
      if let time, (0...253_402_300_799_999).contains(time) { return time }
    }
    return 0
  }

  /// By the design's definition: a TEXT item that is neither deleted nor gone.
  var isMessage: Bool { type == "TEXT" && state != "DELETED" && !isGone }
  var isCall: Bool { type == "RTC" && !isGone }
  var isReply: Bool { parent != nil }
  /// A head, not from a webhook, with a sentence that ends in a question mark.
  var isQuestion: Bool {
    isMessage && !isReply && !isWebhook && (wording?.asks == true || subject?.contains("?") == true)
  }

  /// What tables show of it: its text, else its subject, 200 characters at most.
  var quote: String? {
    let whole = if let text = wording?.shown, !text.isEmpty { text } else { subject }
    return whole.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(200))) }
  }
}
