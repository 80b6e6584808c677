internal import Foundation
internal import Synchronization

/// Threads that take jobs from a list, one after the other, and send what they bring through a pipe.
struct SyncCrew<Job: Sendable>: Sendable {
  private let jobs: [Job]
  private let workers: Int

  init(_ jobs: [Job], workers: Int) {
    self.jobs = jobs
    self.workers = max(1, min(workers, jobs.count))
  }

  /// Starts the threads; the pipe ends when all jobs are through.
  ///
  /// - Parameters:
  ///   - pipe: Where their deliveries go.
  ///   - work: Does a job, and sends what it brings.
  func start(
    into pipe: Pipe<SyncDelivery>,
    _ work: @escaping @Sendable (Job) -> Void
  ) {
    let turn = Turn(workers: workers)
    for _ in 0..<workers {
      let thread = Thread { [jobs] in
        while !pipe.isClosed, let job = turn.next(of: jobs) { work(job) }
        if turn.leave() { pipe.end() }
      }
      // The HTML parser recurses, to a bounded depth.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Whose turn it is.
  private final class Turn: Sendable {
    private let state: Mutex<(next: Int, workers: Int)>

    init(workers: Int) { state = Mutex((0, workers)) }

    func next(of jobs: [Job]) -> Job? {
      state.withLock { state in
        guard state.next < jobs.count else { return nil }
        state.next += 1
        return jobs[state.next - 1]
      }
    }

    /// Whether the last worker left.
    func leave() -> Bool {
      state.withLock { state in
        state.workers -= 1
        return state.workers == 0
      }
    }
  }
}
