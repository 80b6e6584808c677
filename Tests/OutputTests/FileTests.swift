import Foundation
import TestSupport
import Testing

@testable import Output

@Suite struct AtomicFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.path(name) }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func fileAppearsAtCommitOnly() throws {
    let file = try AtomicFile(path: path("a.md"))
    try file.write("new")
    try file.flush()
    #expect(!FileManager.default.fileExists(atPath: path("a.md")))
    try file.commit()
    #expect(try text("a.md") == "new")
    #expect(try names() == ["a.md"])
  }

  @Test func abandonedFileLeavesTheOldOneAndNothingElse() throws {
    try "old".write(toFile: path("a.md"), atomically: false, encoding: .utf8)
    do {
      let file = try AtomicFile(path: path("a.md"))
      try file.write(String(repeating: "x", count: 200_000))
    }
    #expect(try text("a.md") == "old")
    #expect(try names() == ["a.md"])
  }

  @Test func replacedFileKeepsItsPermissionsAndLinks() throws {
    try "old".write(toFile: path("real"), atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("real"))
    try FileManager.default.createSymbolicLink(
      atPath: path("link"),
      withDestinationPath: path("real")
    )
    let file = try AtomicFile(path: path("link"))
    try file.write("new")
    try file.commit()
    #expect(try text("real") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == path("real"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path("real"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func missingFolderIsSaid() {
    let missing = path("no/such/a.md")
    #expect(throws: OutputError.cannotCreate(path: missing, code: ENOENT)) {
      try AtomicFile(path: missing)
    }
    #expect(
      OutputError.cannotCreate(path: "a/b", code: ENOENT).description
        == "cannot create 'a/b': no such file or directory"
    )
  }

  @Test func folderIsNoFile() {
    #expect(throws: OutputError.cannotCreate(path: folder.path, code: EISDIR)) {
      try AtomicFile(path: folder.path)
    }
  }

  @Test func devicesAreWrittenDirectly() throws {
    let file = try AtomicFile(path: "/dev/null")
    try file.write("gone")
    try file.commit()
    let full = try AtomicFile(path: "/dev/full")
    try full.write("x")
    #expect(throws: OutputError.cannotWrite(path: "'/dev/full'", code: ENOSPC)) {
      try full.commit()
    }
  }
}

@Suite struct DescriptorSinkTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  @Test func bytesArriveInOrderAndInLargePieces() throws {
    let pipe = Pipe()
    let sink = DescriptorSink(pipe.fileHandleForWriting.fileDescriptor, name: "pipe")
    for number in 0..<1000 { try sink.write("\(number)\n") }
    try sink.flush()
    try pipe.fileHandleForWriting.close()
    let read = try #require(try pipe.fileHandleForReading.readToEnd())
    let expected = (0..<1000).map { "\($0)\n" }.joined()
    #expect(String(decoding: read, as: UTF8.self) == expected)
  }

  @Test func goneReaderIsABrokenPipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let sink = DescriptorSink(pipe.fileHandleForWriting.fileDescriptor, name: "pipe", capacity: 0)
    #expect(throws: OutputError.brokenPipe) { try sink.write("x") }
  }

  @Test func fullDeviceIsSaidByItsName() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let sink = DescriptorSink(full.fileDescriptor, name: "standard output")
    try sink.write("x")
    let error = #expect(throws: OutputError.self) { try sink.flush() }
    #expect(error?.description == "cannot write standard output: no space left on device")
  }
}
