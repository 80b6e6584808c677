import Foundation

/// Wall time of `body`, in ms.
func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try body()
  return (ContinuousClock.now - start).milliseconds
}

/// CPU time of this thread for `body`, in ms: what else the machine does is left out.
func threadMilliseconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1e6
  }
  let start = now()
  try body()
  return now() - start
}

extension Duration {
  /// In ms, with fractions.
  var milliseconds: Double {
    Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
  }
}

/// The middle, the 95th of a hundred, and the greatest of some times.
struct Spread: Codable {
  var p50: Double
  var p95: Double
  var max: Double

  init(_ times: [Double]) {
    let sorted = times.sorted()
    func at(_ share: Double) -> Double {
      sorted.isEmpty
        ? 0 : sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
    }
    (p50, p95, max) = (at(0.5), at(0.95), sorted.last ?? 0)
  }
}

/// How a process ended, how long it took, and the most memory it held.
struct ProcessResult {
  var status: Int32
  var milliseconds: Double
  var peakBytes: Int
}

/// Runs a program, found on the `PATH` or by its path, and waits for it.
///
/// - Parameters:
///   - program: The program.
///   - arguments: What it is told.
///   - output: The file for its standard output; what it says of errors is thrown away.
/// - Returns: How it ended and what it took.
/// - Throws: When it cannot be started.
func run(
  _ program: String,
  _ arguments: [String],
  output: String = "/dev/null"
) throws -> ProcessResult {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (descriptor, path) in [(STDOUT_FILENO, output), (STDERR_FILENO, "/dev/null")] {
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o644)
  }
  // The other holds an end of this pipe for as long as it lives: its end is told, not asked for.
  var life: [Int32] = [0, 0]
  guard pipe(&life) == 0 else { throw BenchError.cannotRun(program, "no pipe") }
  defer { close(life[0]) }
  posix_spawn_file_actions_addclose(&actions, life[0])
  var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  let start = ContinuousClock.now
  var child: pid_t = 0
  let code = posix_spawnp(&child, program, &actions, nil, &words, environ)
  close(life[1])
  guard code == 0 else { throw BenchError.cannotRun(program, String(cString: strerror(code))) }
  var status: Int32 = 0
  var peak = 0
  // What the system counts at the end is no less than what this process held when it started the other.
  var ending = pollfd(fd: life[0], events: 0, revents: 0)
  while poll(&ending, 1, 20) == 0 { peak = max(peak, peakBytes(of: "\(child)")) }
  waitpid(child, &status, 0)
  return ProcessResult(
    status: status >> 8 & 0xff,
    milliseconds: (ContinuousClock.now - start).milliseconds,
    peakBytes: peak
  )
}

/// The most memory that a process has held, in bytes, as Linux tells it.
///
/// - Parameter process: Its id, or `self`.
/// - Returns: The bytes; 0 when it is gone.
func peakBytes(of process: String) -> Int {
  let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(separator: " ").dropLast().last).flatMap { Int($0) }.map { $0 * 1_024 } ?? 0
}

/// Has the system forget what it keeps of a file in memory, so that the next read is from the disk.
///
/// Pages that a process has mapped stay.
func evict(_ path: String) {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return }
  defer { close(file) }
  // Only what has been written can be forgotten.
  fsync(file)
  posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
}

/// Why a benchmark cannot go on.
enum BenchError: Error, CustomStringConvertible {
  case cannotRun(String, String)
  case failed(String)
  case usage(String)

  var description: String {
    switch self {
    case .cannotRun(let program, let reason): "cannot run \(program): \(reason)"
    case .failed(let what): what
    case .usage(let what): what
    }
  }
}
