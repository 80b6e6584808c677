internal import Foundation

/// A pager that runs, with the pipe to its standard input.
///
/// While it does, Ctrl-C is its own business: ending this process would leave it alone on the terminal.
final class RunningPager {
  private let process: pid_t
  private let pipe: Int32
  private let interrupt = signal(SIGINT, SIG_IGN)
  private let quit = signal(SIGQUIT, SIG_IGN)

  /// Starts a pager; nil when it cannot be started.
  init?(_ pager: Pager) {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { return nil }
    // Closed on exec, or the pager would hold its own pipe open and wait for ever.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    guard let process = Self.spawn(pager, input: ends[0]) else {
      close(ends[1])
      return nil
    }
    self.process = process
    pipe = ends[1]
  }

  /// Hands bytes over.
  ///
  /// - Returns: 0, or the `errno` that ended it.
  func write(_ bytes: [UInt8]) -> Int32 { writeAll(bytes, to: pipe) }

  /// Says that nothing follows, and waits until the pager has ended.
  ///
  /// - Returns: Its exit status.
  func finish() -> Int32 {
    close(pipe)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    signal(SIGINT, interrupt)
    signal(SIGQUIT, quit)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  private static func spawn(_ pager: Pager, input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // What this process ignores or blocks, its child would too.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    var mask = defaults
    for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    )
    var arguments: [UnsafeMutablePointer<CChar>?] = pager.words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = pager.environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(
      &process,
      pager.words[0],
      &actions,
      &attributes,
      &arguments,
      &variables
    )
    return code == 0 ? process : nil
  }
}
