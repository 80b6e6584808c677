import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Circuit

@Suite struct CurlTransportTests {
  @Test func anAnswerComesWhole() throws {
    let server = try LoopbackServer { _, _ in
      .whole("200 OK\r\nRETRY-after:  7 \r\nDate: Sun, 06 Nov 1994 08:49:37 GMT", Array("[1]".utf8))
    }
    defer { server.stop() }
    let response = try get(server, path: "/rest/..%2Fx?a=b")
    #expect(response.status == 200 && response.body == Array("[1]".utf8))
    #expect(response.retryAfter == "7" && response.date == "Sun, 06 Nov 1994 08:49:37 GMT")
    let head = try #require(server.requests.first)
    #expect(head.hasPrefix("GET /rest/..%2Fx?a=b HTTP/1.1\r\n"))
    for line in [
      "Authorization: Bearer t0ken", "Accept: application/json", "Accept-Encoding: gzip, deflate",
      "User-Agent: trawl",
    ] {
      #expect(head.contains("\r\n\(line)\r\n"))
    }
  }

  @Test func aPathIsAskedForAsItStands() throws {
    let server = try LoopbackServer { _, _ in .whole("200 OK") }
    defer { server.stop() }
    _ = try get(server, path: "/conversations/../items/%2e%2e/x")
    #expect(
      server.requests.first?.hasPrefix("GET /conversations/../items/%2e%2e/x HTTP/1.1\r\n") == true
    )
  }

  @Test func aFormIsPosted() throws {
    let server = try LoopbackServer { _, _ in .whole("200 OK", Array("{}".utf8)) }
    defer { server.stop() }
    let request = HTTPRequest(url: server.url + "/oauth/token", form: Secret("a=b&c=d%20e"))
    _ = try CurlTransport().perform(request) { false }
    let text = try #require(server.requests.first)
    #expect(text.hasPrefix("POST /oauth/token HTTP/1.1\r\n"))
    #expect(text.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"))
    #expect(text.hasSuffix("\r\n\r\na=b&c=d%20e") && !text.contains("Authorization"))
  }

  @Test func connectionsAreUsedAgain() throws {
    let server = try LoopbackServer { _, _ in .whole("200 OK") }
    defer { server.stop() }
    let transport = CurlTransport()
    for _ in 0..<20 { _ = try get(server, over: transport) }
    #expect(server.requests.count == 20 && server.connections == 1)
    let group = DispatchGroup()
    for _ in 0..<4 {
      group.enter()
      Thread.detachNewThread {
        for _ in 0..<25 { _ = try? get(server, over: transport) }
        group.leave()
      }
    }
    group.wait()
    #expect(server.requests.count == 120 && server.connections <= 4)
  }

  @Test func aConnectionThatTheServerClosedIsOpenedAgain() throws {
    let server = try LoopbackServer { number, _ in
      var answer = LoopbackServer.Answer.whole("200 OK")
      answer.end = number.isMultiple(of: 2) ? .closed : .open
      return answer
    }
    defer { server.stop() }
    let transport = CurlTransport()
    for _ in 0..<6 { #expect(try get(server, over: transport).status == 200) }
  }

  @Test func packedAnswersAreUnpackedUpToTheBound() throws {
    // 100,000 spaces and "[]".
    let packed = gzip(Array(repeating: UInt8(ascii: " "), count: 100_000) + Array("[]".utf8))
    let server = try LoopbackServer { _, _ in .whole("200 OK\r\nContent-Encoding: gzip", packed) }
    defer { server.stop() }
    #expect(try get(server).body.count == 100_002)
    #expect(kind { try get(server, most: 100_001) } == .tooLarge)
  }

  @Test func aBrokenPackingIsAnError() throws {
    let server = try LoopbackServer { _, _ in
      .whole("200 OK\r\nContent-Encoding: gzip", Array("no gzip at all".utf8))
    }
    defer { server.stop() }
    #expect(kind { try get(server) } == .badEncoding)
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[1,2",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1,2", "HTTP/1.1 20", "",
  ])
  func anAnswerThatIsCutOffIsNone(text: String) throws {
    for end in [LoopbackServer.End.closed, .reset] {
      let server = try LoopbackServer { _, _ in .init(bytes: Array(text.utf8), end: end) }
      defer { server.stop() }
      #expect(kind { try get(server) } == .connectionLost)
    }
  }

  @Test func redirectsAreNotFollowed() throws {
    let server = try LoopbackServer { _, _ in .whole("302 Found\r\nLocation: /other") }
    defer { server.stop() }
    #expect(try get(server).status == 302)
    #expect(server.requests.count == 1)
  }

  @Test func silenceIsNotWaitedForForEver() throws {
    let server = try LoopbackServer { _, _ in
      .init(bytes: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), pause: .seconds(3))
    }
    defer { server.stop() }
    let total = CurlTransport(timeouts: .init(total: .milliseconds(200)))
    #expect(kind { try get(server, over: total) } == .timedOut)
    let idle = CurlTransport(timeouts: .init(idle: .seconds(1)))
    #expect(kind { try get(server, over: idle) } == .timedOut)
  }

  @Test func aTransferCanBeStopped() throws {
    let server = try LoopbackServer { _, _ in
      .init(bytes: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), pause: .seconds(5))
    }
    defer { server.stop() }
    let asked = Atomic(0)
    let request = HTTPRequest(url: server.url)
    #expect(
      kind {
        try CurlTransport().perform(request) {
          asked.add(1, ordering: .relaxed).newValue > 1
        }
      } == .stopped
    )
  }

  @Test func nobodyAtThePortIsNoConnection() throws {
    let server = try LoopbackServer { _, _ in .whole("200 OK") }
    server.stop()
    // The port is free once the listener has gone.
    while kind({ try get(server) }) == nil { usleep(1000) }
    #expect(kind { try get(server) } == .noConnection)
  }

  @Test func plainHTTPIsNotTLS() throws {
    let server = try LoopbackServer { _, _ in .whole("200 OK") }
    defer { server.stop() }
    let url = server.url.replacing("http:", with: "https:")
    #expect(kind { try CurlTransport().perform(HTTPRequest(url: url)) { false } } == .noTLS)
  }

  /// A whole question over real HTTP: faults first, the answer at last.
  @Test func aClientGetsItsAnswerThroughFaults() throws {
    let server = try LoopbackServer { number, _ in
      switch number {
      case 0: .init(bytes: [], end: .reset)
      case 1: .whole("503 Busy\r\nRetry-After: 0")
      case 2:
        .init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[{".utf8), end: .closed)
      case 3: .whole("200 OK", Array(#"[{"itemId":"a"},"#.utf8))
      default: .whole("200 OK", Array(#"[{"itemId":"a"}]"#.utf8))
      }
    }
    defer { server.stop() }
    let client = APIClient(
      baseURL: try BaseURL(server.url + "/rest/v2"),
      credentials: Credentials(source: .tokenEnvironment("T"), environment: ["T": "t0ken"]),
      transport: CurlTransport(),
      governor: RequestGovernor(),
      random: { 0 }
    )
    #expect(try client.send(.conversationItems(of: "c", modTime: 0)).items.count == 1)
    #expect(server.requests.count == 5)
  }

  private func get(
    _ server: LoopbackServer,
    path: String = "/",
    over transport: CurlTransport = CurlTransport(),
    most: Int = HTTPRequest.ordinaryByteCount
  ) throws(TransportError) -> HTTPResponse {
    let request = HTTPRequest(
      url: server.url + path,
      authorization: Secret("Bearer t0ken"),
      maximalByteCount: most
    )
    return try transport.perform(request) { false }
  }

  private func kind(
    _ perform: () throws -> HTTPResponse
  ) -> TransportError.Kind? {
    do {
      _ = try perform()
    } catch let error as TransportError {
      #expect(!error.detail.contains("t0ken"))
      return error.kind
    } catch {
      Issue.record(error)
    }
    return nil
  }

  /// Bytes packed by gzip with stored blocks alone, which needs no compressor.
  private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    while start < bytes.count {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      let length = UInt16(block.count)
      packed.append(start + block.count == bytes.count ? 1 : 0)
      for half in [length, ~length] { packed += [UInt8(half & 0xFF), UInt8(half >> 8)] }
      packed += block
      start += block.count
    }
    for value in [crc32(bytes), UInt32(bytes.count)] {
      packed += (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    return packed
  }

  private func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
        crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
      }
    }
  }
}
