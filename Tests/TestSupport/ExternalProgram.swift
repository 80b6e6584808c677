import Foundation

/// A program that a test uses where it is installed, such as a browser.
package struct ExternalProgram: Sendable {
  package let path: String

  /// The first of some programs that is on the `PATH`, or nil.
  package init?(_ names: String...) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  /// Runs it to its end, for a minute at most.
  ///
  /// - Parameters:
  ///   - arguments: What it is told.
  ///   - folder: Where its output is put meanwhile.
  /// - Returns: Its status, its standard output and its standard error.
  /// - Throws: Foundation's errors about processes and files.
  package func run(
    _ arguments: [String],
    in folder: TemporaryFolder
  ) throws -> (status: Int32, output: String, errors: String) {
    let files = try ["output", "errors"].map { name in
      let url = folder.url.appending(path: "\(name)-\(UUID().uuidString)")
      try Data().write(to: url)
      return url
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    let end = Date.now + 60
    while process.isRunning, Date.now < end { usleep(20_000) }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (process.terminationStatus, texts[0], texts[1])
  }
}
