import Circuit
import Foundation
import Index
import TestSupport
import Testing

@testable import Ingest

/// Records that the platform should not have sent.
@Suite struct OddRecordTests {
  let tenant: FakeTenantRun

  init() throws {
    tenant = try FakeTenantRun()
    tenant.platform.with { state in
      for room in ["room", "den", "hall"] {
        state.rooms[room] = .init(topic: room, modified: state.clock - 5_000, members: ["ana"])
        for number in 0..<260 {
          let time = state.clock - 9_000_000 + Int64(number / 3)
          _ = state.post(room, by: "bo", "word\(number)", at: time)
        }
      }
    }
  }

  @Test func anUnknownTypeAndARecordWithoutAnIdAreNoObstacle() throws {
    let server = try tenant.platform.serve { _, whole in
      let text = String(decoding: whole.bytes, as: UTF8.self)
      guard text.contains("word7\""), let start = text.range(of: "\r\n\r\n[") else { return nil }
      let more =
        #"{"convId":"room","type":"TEXT"},"#
        + #"{"itemId":"odd","convId":"room","type":"POLL","creationTime":1699991000000},"#
      return .whole("200 So", Array(("[" + more + text[start.upperBound...]).utf8))
    }
    defer { server.stop() }
    let summary = try tenant.run(at: server.url, through: CurlTransport())
    #expect(summary.isPartial && summary.quarantined > 0)
    #expect(try tenant.integer("SELECT count(*) FROM items WHERE type = 'POLL'") == 1)
    #expect(try tenant.integer("SELECT count(*) FROM item") == 781)
    #expect(try tenant.integer("SELECT count(*) FROM quarantine") ?? 0 > 0)
    #expect(try tenant.problems() == [])
  }
}
