import Foundation

/// A connection to a server on loopback, as plain as can be: what arrives is shown as it arrived.
final class LoopbackClient {
  /// What came back.
  struct Answer {
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: Data
    /// Whether as much arrived as `Content-Length` said.
    let isWhole: Bool

    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)
    }
    func object() throws -> [String: Any] { try json() as? [String: Any] ?? [:] }
    func objects() throws -> [[String: Any]] { try json() as? [[String: Any]] ?? [] }
    var message: String { (try? object()["message"] as? String) ?? "" }
  }

  enum Fault: Error, Equatable {
    case cannotConnect(Int32)
    /// The connection ended before the head of an answer did, with `errno`.
    case ended(Int32)
  }

  private let descriptor: Int32
  private var received = Data()

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw Fault.cannotConnect(errno) }
    // A server that forgets its answer fails the test instead of halting it.
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &limit,
      socklen_t(MemoryLayout<timeval>.size)
    )
  }

  deinit { close(descriptor) }

  /// Sends a request and waits for its answer; the connection stays open for the next one.
  func send(
    _ method: String,
    _ target: String,
    headers: [String: String] = [:],
    body: String = ""
  ) throws -> Answer {
    try write(method, target, headers: headers, body: body)
    return try answer()
  }

  /// Sends a request whose answer nobody waits for.
  func leave(_ method: String, _ target: String, headers: [String: String]) throws {
    try write(method, target, headers: headers, body: "")
  }

  private func write(
    _ method: String,
    _ target: String,
    headers: [String: String],
    body: String
  ) throws {
    var head = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if !body.isEmpty {
      head += "Content-Type: application/x-www-form-urlencoded\r\n"
      head += "Content-Length: \(body.utf8.count)\r\n"
    }
    let bytes = Array((head + "\r\n" + body).utf8)
    guard Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) > 0 else {
      throw Fault.ended(errno)
    }
  }

  private func answer() throws -> Answer {
    let separator = Data("\r\n\r\n".utf8)
    while received.range(of: separator) == nil {
      if let code = receive() { throw Fault.ended(code) }
    }
    let end = received.range(of: separator) ?? 0..<0
    var lines = String(decoding: received[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let status = Int(lines.removeFirst().split(separator: " ")[1]) ?? 0
    var headers: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      if parts.count == 2 {
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    received = Data(received[end.upperBound...])
    let length = Int(headers["content-length"] ?? "") ?? 0
    while received.count < length {
      if receive() != nil { break }
    }
    let body = received.prefix(length)
    defer { received = Data(received.dropFirst(length)) }
    return Answer(
      status: status,
      headers: headers,
      body: Data(body),
      isWhole: body.count == length
    )
  }

  /// - Returns: Nil when something came, `errno` or 0 when nothing will.
  private func receive() -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return count < 0 ? errno : 0 }
    received.append(contentsOf: buffer.prefix(count))
    return nil
  }
}
