internal import Glibc

/// The C library's words for its error codes.
enum SystemMessage {
  /// `code` in words; glibc keeps them for each thread.
  static func text(of code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
