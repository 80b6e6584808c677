import Foundation
import TestSupport

@testable import Circuit

/// Carries the client's requests to a platform in memory.
struct PlatformTransport: Transport {
  let platform: FakePlatform

  func perform(
    _ request: HTTPRequest,
    isStopped: @Sendable () -> Bool
  ) throws(TransportError) -> HTTPResponse {
    let target = request.url.components(separatedBy: "/rest/v2/").last ?? ""
    let token = (request.authorization?.revealed ?? "").replacing("Bearer ", with: "")
    let (status, body) = platform.answer(target, token: token)
    return HTTPResponse(status: status, body: body)
  }
}
