internal import CSimdjson

/// A record that was refused, and where it stood.
public struct RejectedRecord {
  /// The number of its line, or its place in a page counted from 1; 0 for the page itself.
  public var line: Int
  /// Why it was refused.
  public var problem: DecodingProblem
  /// Its bytes in the memory that was decoded, not always valid UTF-8; absent if they were too many
  /// to be kept.
  public var bytes: ByteSpan

  init(line: Int, problem: DecodingProblem, bytes: ByteSpan) {
    self.line = line
    self.problem = problem
    self.bytes = bytes
  }

  init(_ problem: csj_problem) {
    line = Int(problem.line)
    self.problem = DecodingProblem(problem)
    bytes = ByteSpan(start: problem.bytes, count: problem.count)
  }
}
