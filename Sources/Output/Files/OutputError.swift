internal import Foundation

/// Why output could not be produced, as facts; `description` makes the sentence.
public enum OutputError: Error, Sendable, Equatable {
  /// The reader of the pipe has gone: no fault, just the end.
  case brokenPipe
  /// A file or stream cannot be written; `code` is the system's `errno`.
  case cannotWrite(path: String, code: Int32)
  /// A file cannot be created or replaced; `code` is the system's `errno`.
  case cannotCreate(path: String, code: Int32)
  /// No time zone is called so.
  case unknownTimeZone(String, suggestion: String?)
}

extension OutputError: CustomStringConvertible {
  /// One sentence without a full stop; it may hold a path as the user gave it.
  public var description: String {
    switch self {
    case .brokenPipe:
      "the reader of the output has gone"
    case .cannotWrite(let path, let code):
      "cannot write \(path): \(Self.reason(code))"
    case .cannotCreate(let path, let code):
      "cannot create '\(path)': \(Self.reason(code))"
    case .unknownTimeZone(let name, let suggestion?):
      "no time zone is called '\(name)'; did you mean '\(suggestion)'?"
    case .unknownTimeZone(let name, nil):
      "no time zone is called '\(name)'; use an IANA name such as Europe/Lisbon, or UTC"
    }
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
