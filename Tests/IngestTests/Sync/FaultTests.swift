import Circuit
import Foundation
import Index
import TestSupport
import Testing

@testable import Ingest

/// Whatever goes wrong on the way, over real HTTP, the index ends as the platform is.
@Suite struct FaultTests {
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

  enum Fault: String, CaseIterable, Sendable {
    case slowDown, slowDownByDate, error, unavailable, reset, cutShort, noJSON, brokenItem,
      tokenExpires

    /// What every so many requests get instead of their answer.
    func answer(_ number: Int, _ whole: LoopbackServer.Answer) -> LoopbackServer.Answer? {
      // A token that nothing renews is gone for the rest of a run.
      guard self == .tokenExpires ? (9...10).contains(number) : number % 4 == 2 else { return nil }
      switch self {
      case .slowDown: return .whole("429 Slow\r\nRetry-After: 2")
      case .slowDownByDate:
        return .whole("429 Slow\r\nRetry-After: Tue, 14 Nov 2023 22:13:25 GMT")
      case .error: return .whole("500 Oops")
      case .unavailable: return .whole("503 Away\r\nRetry-After: 1")
      case .reset: return LoopbackServer.Answer(bytes: [], end: .reset)
      case .cutShort:
        return LoopbackServer.Answer(bytes: whole.bytes.dropLast(2), end: .closed)
      case .noJSON: return .whole("200 So", Array("<html>".utf8))
      case .brokenItem:
        let text = String(decoding: whole.bytes, as: UTF8.self)
        return text.contains("\"items") ? nil : .whole("200 So", Array("[{\"itemId\":\"x\"".utf8))
      case .tokenExpires: return .whole("401 Who")
      }
    }
  }

  @Test(arguments: Fault.allCases)
  func everyFaultEndsInTheTruth(_ fault: Fault) throws {
    let server = try tenant.platform.serve { fault.answer($0, $1) }
    defer { server.stop() }
    let transport = CurlTransport()
    for _ in 0..<4 {
      let summary = try tenant.run(at: server.url, through: transport)
      if !summary.isPartial { break }
    }
    #expect(try tenant.indexed() == tenant.truth())
    #expect(try tenant.problems() == [])
  }

  @Test(arguments: [false, true], [0, 1, 2])
  func howeverPagesComeTheTruthIsReached(isInclusive: Bool, order: Int) throws {
    for (repeats, short) in [(false, false), (true, false), (false, true)] {
      let tenant = try FakeTenantRun()
      tenant.platform.with { state in
        state.isInclusive = isInclusive
        state.order = order
        state.repeatsThings = repeats
        state.pagesComeShort = short
        for room in ["room", "den"] {
          state.rooms[room] = .init(topic: room, modified: state.clock - 5_000, members: ["ana"])
          for number in 0..<230 {
            let time = state.clock - 9_000_000 + Int64(number / 3)
            _ = state.post(room, by: "bo", "word\(number)", at: time)
          }
        }
      }
      try tenant.run()
      let name = "inclusive \(isInclusive), order \(order), repeats \(repeats), short \(short)"
      #expect(try tenant.indexed() == tenant.truth(), "\(name)")
      #expect(try tenant.problems() == [], "\(name)")
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
