import Foundation
import Synchronization
import Testing

/// A terminal without anyone at it: what a program writes there is read back.
enum PseudoTerminal {
  /// Runs the built `trawl` on a tenant's index with a terminal for its standard output.
  ///
  /// - Parameters:
  ///   - words: Its arguments.
  ///   - environment: More of its environment.
  ///   - columns: The terminal's width.
  ///   - rows: The terminal's height.
  ///   - sharingErrors: Whether standard error is that terminal too.
  /// - Returns: What was shown, its lines ended as they were written, and how the process ended.
  /// - Throws: `TrawlProcess.Fault`, or Foundation's errors about files.
  static func trawl(
    _ words: [String],
    environment: [String: String] = [:],
    columns: UInt16 = 80,
    rows: UInt16 = 24,
    sharingErrors: Bool = false
  ) throws -> (shown: String, result: TrawlProcess.Result) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&master, &slave, nil, nil, &size) == 0)
    defer { close(master) }
    let path = String(cString: try #require(ttyname(slave)))
    let reader = Reader(descriptor: master)
    reader.start()
    let result = try TrawlProcess.run(
      [try TrawlProcess.binary()] + words,
      environment: [
        "PATH": "/usr/bin:/bin", "TERM": "xterm", "TRAWL_DB": Tenant.place.database,
      ].merging(environment) { _, given in given },
      outputPath: path,
      errorsPath: sharingErrors ? path : nil
    )
    // With nobody left to write, the reader comes to the end.
    close(slave)
    return (reader.text().replacing("\r\n", with: "\n"), result)
  }

  /// Reads all that is written, so that the writer never waits.
  private final class Reader: Sendable {
    private let descriptor: Int32
    private let bytes = Mutex<[UInt8]>([])
    private let isDone = DispatchSemaphore(value: 0)

    init(descriptor: Int32) { self.descriptor = descriptor }

    func start() { Thread(block: run).start() }

    private func run() {
      var buffer = [UInt8](repeating: 0, count: 1 << 14)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count <= 0 { break }
        bytes.withLock { $0 += buffer[..<count] }
      }
      isDone.signal()
    }

    func text() -> String {
      isDone.wait()
      return String(decoding: bytes.withLock { $0 }, as: UTF8.self)
    }
  }
}
