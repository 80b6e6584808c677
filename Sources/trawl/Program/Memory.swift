internal import CMalloc

/// What the process asks of its allocator.
enum Memory {
  /// Has freed memory go back to the system at once, for commands that write much.
  ///
  /// Batches, words and segments come and go by the ten megabytes on several threads. By default the allocator raises
  /// the size from which it maps memory by itself with each of them, and keeps what is freed below: an import held a
  /// fifth more at its peak.
  static func returnFreed() {
    mallopt(M_TRIM_THRESHOLD, 1 << 20)
  }
}
