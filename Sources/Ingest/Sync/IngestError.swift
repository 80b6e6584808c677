public import Circuit
internal import Foundation

/// Why an ingest could not do anything at all.
public enum IngestError: Error, Sendable, Equatable {
  /// Another ingest is at work on the index.
  case alreadyRunning(path: String)
  /// The file that keeps a second one away cannot be made; `code` is the system's `errno`.
  case cannotLock(path: String, code: Int32)
  /// No account could be asked; the first one's reason.
  case noAccount(name: String, error: APIError)
  /// No account sees a conversation that was asked for by its id.
  case noConversation(convId: String)
}

extension IngestError: CustomStringConvertible {
  /// One line: what is wrong, and what to do.
  public var description: String {
    switch self {
    case .alreadyRunning(let path):
      "another ingest is at work on \(path); wait until it is done, or end it"
    case .cannotLock(let path, let code):
      "cannot make \(path): \(String(cString: strerror(code)).lowercased())"
    case .noAccount(let name, let error):
      "account '\(name)' cannot be used, nor any other: \(error)"
    case .noConversation(let convId):
      "no account sees a conversation '\(convId)'"
    }
  }
}
