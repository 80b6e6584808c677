internal import Glibc

/// Files with what accounts prove themselves by, which only their owner may read.
struct TokenFiles: Sendable {
  /// Where they are; nil for no files.
  let folder: String?

  /// Writes an account's token and the secret of its client.
  func write(_ token: String, of account: SandboxAccount) throws(SandboxError) {
    guard let folder else { return }
    try ArchiveFile.makeFolder(folder)
    try Self.write(account.clientSecret, to: Self.path(folder, account, "secret"))
    try Self.write(token, to: Self.path(folder, account, "token"))
  }

  private static func path(_ folder: String, _ account: SandboxAccount, _ kind: String) -> String {
    "\(folder)/account-\(account.number).\(kind)"
  }

  /// A new file moved into place, so that no reader finds half a token or another one's rights.
  private static func write(_ text: String, to path: String) throws(SandboxError) {
    let temporary = "\(path).\(getpid()).new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .refused(path: path, operation: .open, code: errno) }
    let bytes = Array("\(text)\n".utf8)
    let count = Glibc.write(descriptor, bytes, bytes.count)
    let code = errno
    close(descriptor)
    guard count == bytes.count, rename(temporary, path) == 0 else {
      throw .refused(path: path, operation: .write, code: code)
    }
  }
}
