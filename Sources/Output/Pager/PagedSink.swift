internal import Foundation

/// Standard output of a command: what is longer than the screen of a terminal goes through a pager.
///
/// Until `page(with:…)` is called, bytes go straight on. Afterwards they are held back until it is known
/// whether they fill the screen: if they do, the pager starts and gets them and all that follows; if
/// not, `finish` writes them as they are.
public final class PagedSink: ByteSink {
  private enum State {
    /// Bytes go straight on.
    case direct
    /// Bytes are held until they fill the screen.
    case holding(Pager, Screen)
    /// The pager has them.
    case paging(RunningPager)
  }

  /// The size of a terminal.
  struct Screen: Equatable {
    var columns: Int
    var rows: Int
  }

  private let plain: any ByteSink
  private var state = State.direct
  private var held: [UInt8] = []
  private var lines = 0
  private var lineBytes = 0

  /// A sink in front of another.
  ///
  /// - Parameter plain: Where bytes go without a pager.
  public init(_ plain: any ByteSink) { self.plain = plain }

  /// From now on, lets a pager show what is longer than the screen.
  ///
  /// - Parameters:
  ///   - pager: The pager.
  ///   - terminal: The terminal that output goes to.
  public func page(with pager: Pager, on terminal: Terminal) {
    guard case .direct = state else { return }
    state = .holding(pager, Screen(columns: terminal.columns, rows: terminal.rows))
  }

  /// Whether messages must wait for `finish`, as they would stand before results, or within the pager.
  public var isHolding: Bool {
    switch state {
    case .direct: false
    case .holding: !held.isEmpty
    case .paging: true
    }
  }

  /// Takes the next bytes.
  ///
  /// - Parameter bytes: What follows the bytes written before.
  /// - Throws: `OutputError.brokenPipe` when the reader of the pager has seen enough.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    switch state {
    case .direct:
      try plain.write(bytes)
    case .holding(let pager, let screen):
      held += bytes
      count(bytes, screen)
      // The last row is the prompt's.
      guard lines >= screen.rows else { return }
      try start(pager)
    case .paging(let running):
      try pass(bytes, to: running)
    }
  }

  /// Passes on what need not be held.
  ///
  /// - Throws: `OutputError`.
  public func flush() throws(OutputError) {
    if case .direct = state { try plain.flush() }
  }

  /// Ends the output: writes what was held, and waits until the pager's user is done.
  ///
  /// - Throws: `OutputError`.
  public func finish() throws(OutputError) {
    let last = state
    state = .direct
    switch last {
    case .direct: break
    case .holding: try release()
    case .paging(let running):
      if running.finish() == Self.notFound { try release() }
      held = []
    }
    try plain.flush()
  }

  private func start(_ pager: Pager) throws(OutputError) {
    guard let running = RunningPager(pager) else {
      // There is none: nothing to complain about.
      state = .direct
      return try release()
    }
    state = .paging(running)
    let bytes = held
    held = []
    try pass(bytes, to: running)
  }

  private func pass(_ bytes: [UInt8], to running: RunningPager) throws(OutputError) {
    // A shell that finds no such pager reads nothing; what the pipe took by then must not be lost.
    if held.count < Self.mostKept { held += bytes }
    let code = running.write(bytes)
    guard code != 0 else { return }
    state = .direct
    let status = running.finish()
    if status == Self.notFound { return try release() }
    held = []
    throw code == EPIPE ? .brokenPipe : .cannotWrite(path: "to the pager", code: code)
  }

  /// Writes what was held back as it is.
  private func release() throws(OutputError) {
    let bytes = held
    held = []
    try plain.write(bytes)
  }

  /// What a shell ends with when there is no such program.
  private static let notFound: Int32 = 127
  /// More bytes than a pipe takes before anyone reads.
  private static let mostKept = 1 << 17

  /// Counts screen lines; a character of several bytes counts as several, which errs towards the pager.
  private func count(_ bytes: [UInt8], _ screen: Screen) {
    for byte in bytes {
      lineBytes += 1
      if byte == UInt8(ascii: "\n") {
        lines += 1 + max(0, lineBytes - 2) / screen.columns
        lineBytes = 0
      }
    }
  }
}
