import Circuit
import Foundation
import Sandbox
import Synchronization

/// Ingest from the sandbox on loopback, and a client beside it that only downloads the same pages.
enum IngestSuite {
  /// Requests at a time, of `trawl` and of the bare client.
  private static let concurrency = 8

  /// Measures.
  ///
  /// - Throws: `SandboxError`, `BenchError`.
  static func run(archive: String, settings: Settings, results: inout Results) throws {
    let tokens = settings.folder + "/tokens"
    try FileManager.default.createDirectory(atPath: tokens, withIntermediateDirectories: true)
    let tenant = try SandboxTenant(archive: archive)
    var options = SandboxOptions()
    options.seesEverything = true
    options.tokensFolder = tokens
    let server = try SandboxServer(tenant, options: options)
    try server.start()
    defer { server.stop() }
    let words = [
      "--api", server.baseURL, "--token-file", "\(tokens)/account-1.token", "--concurrency",
      "\(concurrency)",
    ]

    let database = settings.folder + "/ingest.db"
    ImportSuite.removeDatabase(database)
    server.forgetRequests()
    let plain = try trawl(settings, ["ingest", "--db", database] + words)
    let pages = server.requestCounts["getConversationItems"] ?? 0
    let marks = server.requestCounts["getPinnedConversations"] ?? 0
    let count = Double(tenant.itemCount)
    results.add("ingest", "requests for items", Double(pages), "")
    let rate = count / plain.milliseconds * 1_000
    results.add("ingest", "trawl ingest, whole process", rate, "items/s", target: "≥ 25,000")
    results.add("ingest", "peak memory", Double(plain.peakBytes) / 1e6, "MB")
    // Beside items it asks for as much as trawl does: pins once a conversation, people, participants, lists.
    let others = server.requestCounts.values.reduce(0, +) - pages - marks
    let bare = try download(from: server, withPins: marks > 0, others: others)
    results.add("ingest", "a client that only downloads", count / bare * 1_000, "items/s")

    server.forgetRequests()
    let idle = try trawl(settings, ["ingest", "--db", database] + words)
    let asked = server.requestCounts["getConversationItems"] ?? 0
    results.add("ingest", "idle run", idle.milliseconds, "ms")
    results.add("ingest", "idle run, requests for items", Double(asked), "")
    results.add(
      "ingest",
      "idle run, peak memory",
      Double(idle.peakBytes) / 1e6,
      "MB",
      target: "≤ 150"
    )

    server.latency = 20
    ImportSuite.removeDatabase(database)
    let slow = try trawl(settings, ["ingest", "--db", database] + words)
    let slowBare = try download(from: server, withPins: marks > 0, others: others)
    results.add("ingest", "with 20 ms an answer", count / slow.milliseconds * 1_000, "items/s")
    results.add(
      "ingest",
      "with 20 ms, of what a bare client does",
      slowBare / slow.milliseconds,
      "×",
      target: "≥ 0.9"
    )
    ImportSuite.removeDatabase(database)
  }

  /// Downloads every page of every conversation and throws it away; the time that takes, in ms.
  ///
  /// It goes as a client without an index would: from page to page by the latest time in each.
  private static func download(
    from server: SandboxServer,
    withPins: Bool,
    others: Int
  ) throws -> Double {
    let transport = CurlTransport()
    let authorization = Secret("Bearer " + server.token(of: server.accounts[0]))
    let conversations = try server.tenant.conversationIds()
    let base = server.baseURL
    let next = Counter()
    let failures = Counter()
    let time = milliseconds {
      inThreads {
        while true {
          let place = next.increment() - 1
          guard place < conversations.count + others else { return }
          guard place < conversations.count else {
            let profile = HTTPRequest(url: base + "/users/profile", authorization: authorization)
            if (try? transport.perform(profile, isStopped: { false }))?.status != 200 {
              failures.increment()
            }
            continue
          }
          let path = "\(base)/conversations/\(conversations[place])/items"
          var moment: Int64 = 0
          while true {
            let time = Date(timeIntervalSince1970: Double(moment) / 1_000)
              .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            let url = "\(path)?modTime=\(time)&direction=AFTER&results=100"
            let request = HTTPRequest(url: url, authorization: authorization)
            guard let answer = try? transport.perform(request, isStopped: { false }),
              answer.status == 200
            else {
              failures.increment()
              break
            }
            let latest = answer.body.withUnsafeBytes { latestTime(in: $0) } ?? 0
            // Attachments have an itemId too: a page taken for a full one costs a request more.
            guard latest > moment, items(in: answer.body) >= 100 else { break }
            moment = latest
          }
          guard withPins else { continue }
          let pins = HTTPRequest(
            url: "\(base)/conversations/\(conversations[place])/pins",
            authorization: authorization
          )
          if (try? transport.perform(pins, isStopped: { false }))?.status != 200 {
            failures.increment()
          }
        }
      }
    }
    let failed = failures.value
    guard failed == 0 else { throw BenchError.failed("\(failed) pages could not be downloaded") }
    return time
  }

  /// Does something in as many threads as there are requests at a time, and waits for all of them.
  private static func inThreads(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<concurrency {
      Thread.detachNewThread {
        body()
        done.signal()
      }
    }
    for _ in 0..<concurrency { done.wait() }
  }

  private static let timeKey = Array("\"modificationTime\":".utf8)
  private static let idKey = Array("\"itemId\":".utf8)

  /// How many items a page has, or more.
  private static func items(in body: [UInt8]) -> Int {
    body.withUnsafeBytes { places(of: idKey, in: $0).count }
  }

  /// The latest modificationTime of a page, found without decoding it.
  private static func latestTime(in bytes: UnsafeRawBufferPointer) -> Int64? {
    places(of: timeKey, in: bytes).map { place in
      var number: Int64 = 0
      var place = place + timeKey.count
      while place < bytes.count, (48...57).contains(bytes[place]) {
        number = number * 10 + Int64(bytes[place] - 48)
        place += 1
      }
      return number
    }.max()
  }

  private static func places(of key: [UInt8], in bytes: UnsafeRawBufferPointer) -> [Int] {
    guard let start = bytes.baseAddress else { return [] }
    var places: [Int] = []
    var place = 0
    while let found = memchr(start + place, Int32(key[0]), bytes.count - place) {
      place = UnsafeRawPointer(found) - start
      guard bytes.count - place >= key.count else { break }
      if memcmp(start + place, key, key.count) == 0 { places.append(place) }
      place += 1
    }
    return places
  }
}

/// A number that threads count up.
private final class Counter: Sendable {
  private let number = Mutex(0)

  var value: Int { number.withLock { $0 } }

  @discardableResult
  func increment() -> Int {
    number.withLock { number in
      number += 1
      return number
    }
  }
}
