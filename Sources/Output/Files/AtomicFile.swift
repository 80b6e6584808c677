internal import Foundation

/// A file that appears whole or not at all: written beside its place, then moved there.
///
/// Until `commit()` the old file stays as it is; without it, nothing is left behind. A path that is no
/// regular file (`/dev/stdout`, a named pipe) is written directly, since it cannot be replaced.
///
///     let file = try AtomicFile(path: "report.md")
///     try file.write("# Report\n")
///     try file.commit()
public final class AtomicFile: ByteSink {
  private let path: String
  private let temporary: String?
  private let sink: DescriptorSink
  private var descriptor: Int32

  /// Begins a file.
  ///
  /// - Parameter path: Where it will appear; a symbolic link is followed.
  /// - Throws: `OutputError.cannotCreate` when the folder is missing or not writable.
  public init(path: String) throws(OutputError) {
    let target = Self.resolved(path)
    var info = stat()
    let exists = stat(target, &info) == 0
    let isRegular = !exists || info.st_mode & S_IFMT == S_IFREG
    let temporary = isRegular ? Self.temporaryPath(beside: target) : nil
    let flags = temporary == nil ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
    let descriptor = open(temporary ?? target, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, code: errno) }
    // The new file is as readable as the one it replaces.
    if exists, isRegular { _ = fchmod(descriptor, info.st_mode & 0o7777) }
    self.path = target
    self.temporary = temporary
    self.descriptor = descriptor
    sink = DescriptorSink(descriptor, name: "'\(path)'")
  }

  deinit { discard() }

  /// Takes the next bytes.
  ///
  /// - Parameter bytes: What follows the bytes written before.
  /// - Throws: `OutputError.cannotWrite`.
  public func write(_ bytes: [UInt8]) throws(OutputError) { try sink.write(bytes) }

  /// Writes what is gathered, still beside the file's place.
  ///
  /// - Throws: `OutputError.cannotWrite`.
  public func flush() throws(OutputError) { try sink.flush() }

  /// Puts the file in its place, safely on disk.
  ///
  /// - Throws: `OutputError`; the old file is then as it was.
  public func commit() throws(OutputError) {
    try sink.flush()
    if let temporary {
      guard fsync(descriptor) == 0 else { throw .cannotWrite(path: "'\(path)'", code: errno) }
      guard rename(temporary, path) == 0 else { throw .cannotCreate(path: path, code: errno) }
      Self.syncFolder(of: path)
    }
    close(descriptor)
    descriptor = -1
  }

  private func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func temporaryPath(beside path: String) -> String {
    let (folder, name) = parts(of: path)
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    // A name has at most 255 bytes; the suffix needs fewer than 32.
    return "\(folder)/.\(String(decoding: name.utf8.prefix(200), as: UTF8.self)).\(random).tmp"
  }

  /// Makes the new name itself last; a file system that cannot is no reason to fail.
  private static func syncFolder(of path: String) {
    let descriptor = open(parts(of: path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
