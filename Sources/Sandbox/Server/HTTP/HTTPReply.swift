/// An answer, and how it is to be handed over.
struct HTTPReply: Sendable {
  /// What happens to the answer on its way.
  enum Delivery: Sendable, Equatable {
    /// It arrives.
    case whole
    /// Half of the body arrives, then the connection ends.
    case truncated
    /// Half of the body arrives, and after so many milliseconds the rest.
    case stalled(Int)
    /// Nothing arrives, the connection is reset.
    case reset
  }

  var status: Int
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []
  var delivery = Delivery.whole

  /// An answer of JSON.
  static func json(_ body: [UInt8], status: Int = 200) -> HTTPReply {
    HTTPReply(status: status, headers: [("Content-Type", "application/json")], body: body)
  }

  /// An answer that says why there is none.
  static func refusal(_ refusal: SandboxRefusal) -> HTTPReply {
    .json(
      refusal.body
        ?? JSON.object([
          "code": JSON.string(refusal.code), "message": JSON.string(refusal.message),
        ]),
      status: refusal.status
    )
  }
}
