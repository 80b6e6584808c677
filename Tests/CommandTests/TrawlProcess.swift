import Foundation
import TestSupport
import Testing

/// The built `trawl`, run with words, an environment and an input of a test's choosing.
///
///     let result = try trawl("search", "lisbon", environment: ["TRAWL_DB": path])
///     #expect(result.status == 0)
///
/// Output goes to files, not pipes, so that no amount of it can make the two wait for each other.
/// Only the environment given here is passed on: what the tests' own shell has set changes nothing.
struct TrawlProcess {
  /// What a run left behind.
  struct Result {
    /// The exit status, or 128 and the signal's number.
    let status: Int32
    /// Standard output.
    let output: Data
    /// Standard error, as text.
    let errors: String
    /// Standard output, as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  enum Fault: Error {
    case noBinary(String)
    case cannotStart(Int32)
    case ranTooLong
  }

  /// The binary beside the tests' own, or the one that `TRAWL_BINARY` names.
  static func binary() throws -> String {
    if let path = ProcessInfo.processInfo.environment["TRAWL_BINARY"] { return path }
    let tests = try #require(Bundle.main.executableURL)
    let path = tests.deletingLastPathComponent().appending(path: "trawl").path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Fault.noBinary(path) }
    return path
  }

  /// Runs a program to its end, for a minute at most.
  ///
  /// - Parameters:
  ///   - words: The program's path, then its arguments.
  ///   - environment: All that it gets.
  ///   - input: Its standard input.
  ///   - outputPath: A file or device for its standard output, instead of one that is read back.
  ///   - errorsPath: The same for its standard error.
  ///   - microseconds: After how long it is killed, unless it has ended by then.
  ///   - onStart: Told the process's id.
  /// - Returns: What it left behind.
  /// - Throws: `Fault`, or Foundation's errors about files.
  static func run(
    _ words: [String],
    environment: [String: String] = [:],
    input: Data = Data(),
    outputPath: String? = nil,
    errorsPath: String? = nil,
    killedAfter microseconds: UInt32? = nil,
    onStart: (pid_t) -> Void = { _ in }
  ) throws -> Result {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let files = ["in", "out", "err"].map { folder.url.appending(path: $0) }
    try input.write(to: files[0])
    let paths = [files[0].path, outputPath ?? files[1].path, errorsPath ?? files[2].path]

    let process = try start(words, environment: environment, files: paths)
    onStart(process)
    if let microseconds {
      usleep(microseconds)
      kill(process, SIGKILL)
    }
    let status = try wait(for: process)
    return Result(
      status: status,
      output: outputPath == nil ? try Data(contentsOf: files[1]) : Data(),
      errors: errorsPath == nil
        ? String(decoding: try Data(contentsOf: files[2]), as: UTF8.self) : ""
    )
  }

  private static func start(
    _ words: [String],
    environment: [String: String],
    files: [String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    // The threads that run tests block most signals, which a program from a shell does not find.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw Fault.cannotStart(code) }
    return process
  }

  private static func wait(for process: pid_t) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(60)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw Fault.ranTooLong
      }
      usleep(2000)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// Runs the built `trawl` to its end.
///
/// - Parameters:
///   - words: Its arguments.
///   - environment: Its environment, and nothing else.
///   - input: Its standard input.
///   - outputPath: A file or device for its standard output, instead of one that is read back.
/// - Returns: What it left behind.
/// - Throws: `TrawlProcess.Fault`, or Foundation's errors about files.
func trawl(
  _ words: String...,
  environment: [String: String] = [:],
  input: String = "",
  outputPath: String? = nil
) throws -> TrawlProcess.Result {
  try TrawlProcess.run(
    [try TrawlProcess.binary()] + words,
    environment: environment,
    input: Data(input.utf8),
    outputPath: outputPath
  )
}

/// Runs a line of shell in which `trawl` is the built one, for pipes and closed descriptors.
///
/// - Parameter line: The line, for `/bin/sh`.
/// - Returns: What it left behind.
/// - Throws: `TrawlProcess.Fault`, or Foundation's errors about files.
func shell(_ line: String) throws -> TrawlProcess.Result {
  let folder = URL(fileURLWithPath: try TrawlProcess.binary()).deletingLastPathComponent().path
  return try TrawlProcess.run(
    ["/bin/sh", "-c", line],
    environment: ["PATH": "\(folder):/usr/bin:/bin"]
  )
}
