internal import Glibc

extension HostileShapes {
  /// How one shape fared.
  package struct Measurement: Sendable {
    /// The shape's name.
    package let name: String
    /// Processor time for the full size, in milliseconds, the best of the runs.
    package let milliseconds: Double
    /// The full size's time over the half size's: 2 is linear, 4 quadratic.
    package let ratio: Double
    /// Whether the last word came out in both sizes.
    package let keepsLastWord: Bool
  }

  /// Measures what doubling every shape costs.
  ///
  /// - Parameters:
  ///   - bytes: The full size, in bytes.
  ///   - runs: How often each is run; the best counts.
  /// - Returns: A measurement for each shape.
  package static func measure(bytes: Int, runs: Int = 5) -> [Measurement] {
    zip(all(bytes: bytes / 2), all(bytes: bytes)).map { half, full in
      let (halfTime, halfKeeps) = best(of: runs, half.html)
      let (time, keeps) = best(of: runs, full.html)
      return Measurement(
        name: full.name,
        milliseconds: time * 1000,
        ratio: time / max(halfTime, 1e-9),
        keepsLastWord: halfKeeps && keeps
      )
    }
  }

  private static func best(of runs: Int, _ html: [UInt8]) -> (seconds: Double, keeps: Bool) {
    var richText = RichText()
    var text: [UInt8] = []
    var best = Double.infinity
    for _ in 0..<max(runs, 1) {
      text.removeAll(keepingCapacity: true)
      let start = processorSeconds()
      html.withUnsafeBufferPointer { _ = richText.plain($0, appendingTo: &text) }
      best = min(best, processorSeconds() - start)
    }
    return (best, String(decoding: text, as: UTF8.self).contains(lastWord))
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
