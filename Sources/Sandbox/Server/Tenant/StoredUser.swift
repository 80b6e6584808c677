/// A person of a tenant.
struct StoredUser: Sendable {
  let id: String
  /// The person's JSON; nil for one who is only named as a participant.
  let json: [UInt8]?

  var object: JSONObject? { json.flatMap { JSONObject($0) } }
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
