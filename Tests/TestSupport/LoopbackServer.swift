internal import Foundation
internal import Synchronization

/// A server on 127.0.0.1 that answers byte for byte as a test says: no HTTP library is behind it.
package final class LoopbackServer: Sendable {
  /// What happens to a connection behind an answer.
  package enum End: Sendable {
    /// It stays open for the next request.
    case open
    /// It is closed.
    case closed
    /// It is torn down, as a crash would do it.
    case reset
  }

  package struct Answer: Sendable {
    package var bytes: [UInt8]
    package var end = End.open
    /// How long each of its bytes is held back.
    package var pause: Duration = .zero

    package init(bytes: [UInt8], end: End = .open, pause: Duration = .zero) {
      self.bytes = bytes
      self.end = end
      self.pause = pause
    }

    /// A whole answer with its length.
    package static func whole(_ head: String, _ body: [UInt8] = Array("[]".utf8)) -> Answer {
      let text = "HTTP/1.1 \(head)\r\nContent-Length: \(body.count)\r\n\r\n"
      return Answer(bytes: Array(text.utf8) + body)
    }
  }

  private struct Seen {
    var requests: [String] = []
    var connections = 0
  }

  private let listener: Int32
  private let seen = Mutex(Seen())
  private let answer: @Sendable (Int, String) -> Answer
  /// Its address.
  package let url: String

  /// Starts it; `answer` says what a request gets, by its number from 0 and its text.
  package init(_ answer: @escaping @Sendable (Int, String) -> Answer) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(descriptor, address, length) == 0, listen(descriptor, 16) == 0,
          getsockname(descriptor, address, &length) == 0
        else { return UInt16(0) }
        return pointer.pointee.sin_port.bigEndian
      }
    }
    guard port > 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    url = "http://127.0.0.1:\(port)"
    Thread.detachNewThread { [self] in accept() }
  }

  /// Lets no more connections in.
  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// The requests so far, their heads and forms as they came.
  package var requests: [String] { seen.withLock { $0.requests } }

  /// How many connections were opened.
  package var connections: Int { seen.withLock { $0.connections } }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { break }
      seen.withLock { $0.connections += 1 }
      Thread.detachNewThread { [self] in serve(connection) }
    }
    close(listener)
  }

  private func serve(_ connection: Int32) {
    var received: [UInt8] = []
    while let request = next(from: connection, &received) {
      let number = seen.withLock { seen in
        seen.requests.append(request)
        return seen.requests.count - 1
      }
      let answer = answer(number, request)
      guard send(answer, to: connection), answer.end == .open else {
        if answer.end == .reset {
          var linger = linger(l_onoff: 1, l_linger: 0)
          let size = socklen_t(MemoryLayout.size(ofValue: linger))
          setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, size)
        }
        break
      }
    }
    close(connection)
  }

  private func send(_ answer: Answer, to connection: Int32) -> Bool {
    guard answer.pause > .zero else { return send(answer.bytes[...], to: connection) }
    for index in answer.bytes.indices {
      usleep(UInt32(answer.pause / .microseconds(1)))
      guard send(answer.bytes[index...index], to: connection) else { return false }
    }
    return true
  }

  private func send(_ bytes: ArraySlice<UInt8>, to connection: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// The next request: its head, and its form if there is one.
  private func next(from connection: Int32, _ received: inout [UInt8]) -> String? {
    while true {
      // The start of TLS, which real servers answer in the clear too.
      if received.first == 0x16 { return "" }
      let text = String(decoding: received, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let head = text[..<end.upperBound]
        let field = head.lowercased().components(separatedBy: "content-length: ").dropFirst().first
        let length = field.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
        if text.utf8.count - head.utf8.count >= length {
          received.removeFirst(head.utf8.count + length)
          return String(text.utf8.prefix(head.utf8.count + length)) ?? ""
        }
      }
      var part = [UInt8](repeating: 0, count: 65_536)
      let count = recv(connection, &part, part.count, 0)
      guard count > 0 else { return nil }
      received += part[..<count]
    }
  }
}
