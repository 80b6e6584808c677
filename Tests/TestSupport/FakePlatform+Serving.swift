internal import Foundation

extension FakePlatform {
  /// Serves the platform over HTTP on loopback.
  ///
  /// - Parameter fault: Says what a request gets instead of its answer, by its number from 0; nil for the answer.
  /// - Returns: The server, running.
  /// - Throws: `POSIXError`.
  package func serve(
    _ fault:
      @escaping @Sendable (_ number: Int, _ whole: LoopbackServer.Answer) -> LoopbackServer
      .Answer? = { _, _ in nil }
  ) throws -> LoopbackServer {
    try LoopbackServer { [self] number, request in
      let lines = request.components(separatedBy: "\r\n")
      let words = (lines.first ?? "").components(separatedBy: " ")
      let target = words.count > 1 ? words[1].replacing("/rest/v2/", with: "") : ""
      let token =
        lines.first { $0.lowercased().hasPrefix("authorization: bearer ") }
        .map { String($0.dropFirst("authorization: bearer ".count)) } ?? ""
      let (status, body) = answer(target, token: token)
      let whole = LoopbackServer.Answer.whole("\(status) So", body)
      return fault(number, whole) ?? whole
    }
  }
}
