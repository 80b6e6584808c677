/// A person of a tenant.
struct StoredUser: Sendable {
  let id: String
  /// The person's JSON; nil for one who is only named as a participant.
  let json: [UInt8]?
  /// The type of user, in the API's own words.
  let type: String
  /// The person as one who takes part in a conversation; made once, as lists of hundreds ask for it.
  let participant: [UInt8]

  /// The type of user that is meant where none is named.
  static let regular = "REGULAR"

  var object: JSONObject? { json.flatMap { JSONObject($0) } }

  init(id: String, json: [UInt8]?) {
    self.id = id
    self.json = json
    let object = json.flatMap { JSONObject($0) }
    type = object?.string("userType") ?? Self.regular
    func text(_ name: StaticString) -> [UInt8]? { object?.string(name).map(JSON.string) }
    participant = JSON.object([
      "userId": JSON.string(id),
      "displayName": text("displayName"),
      "firstName": text("firstName"),
      "lastName": text("lastName"),
      "type": text("userType"),
      "isDeleted": JSON.flag(object?.string("userState") == "DELETED"),
    ])
  }
}

/// What a person keeps for himself.
struct StoredMarks: Sendable {
  /// A label and where it is.
  struct Label: Sendable {
    let id: String
    let value: String
    /// Indices of conversations.
    var conversations: [Int]

    var json: [UInt8] {
      JSON.object(["labelId": JSON.string(id), "value": JSON.string(value)])
    }
  }

  /// Indices of items, in the order in which they were flagged.
  var flags: [Int] = []
  /// Indices of conversations.
  var favorites: [Int] = []
  var labels: [Label] = []
}

/// Who asks.
struct Viewer: Sendable, Hashable {
  /// The index of the user.
  let user: Int
  /// Whether every conversation counts as one that the user takes part in.
  var seesEverything = false
}
