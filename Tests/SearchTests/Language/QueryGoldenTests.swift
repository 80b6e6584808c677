import Foundation
import Search
import Testing

/// `Golden/queries.txt`: a query a line, and the tree or the error it gives.
@Suite struct QueryGoldenTests {
  @Test func everyQueryReadsAsRecorded() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Golden/queries.txt").standardized
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let current = recorded.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.answered(String($0)) }.joined(separator: "\n")
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try current.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.path); run again without RECORD")
      return
    }
    let pairs = zip(recorded.split(separator: "\n"), current.split(separator: "\n"))
    for (expected, actual) in pairs {
      #expect(actual == expected)
    }
  }

  private static func answered(_ line: String) -> String {
    guard !line.hasPrefix("#"), let arrow = line.range(of: " ==> ") else { return line }
    let input = String(line[..<arrow.lowerBound])
    do {
      return "\(input) ==> \(try Query(parsing: input, at: .berlin).root)"
    } catch {
      return "\(input) ==> error \(error.range): \(error)"
    }
  }
}

extension LocalClock {
  /// 2018-03-14T10:00:00Z in Berlin.
  static let berlin = LocalClock(
    timeZone: TimeZone(identifier: "Europe/Berlin") ?? .gmt,
    now: 1_521_021_600_000
  )
}
