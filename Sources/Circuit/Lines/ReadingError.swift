internal import Glibc

/// Why a file could not be read.
public enum ReadingError: Error, Sendable, Hashable {
  /// It could not be opened.
  case open(path: String, errno: Int32)
  /// Reading failed half-way.
  case read(errno: Int32)
}

extension ReadingError: CustomStringConvertible {
  /// One line with the system's own words.
  public var description: String {
    switch self {
    case .open(let path, let code): "cannot open '\(path)': \(String(cString: strerror(code)))"
    case .read(let code): "cannot read: \(String(cString: strerror(code)))"
    }
  }
}
