import Arguments
internal import Foundation
import Output
import Reports

/// Writes a report's result where it is wanted: standard output, a file, or a folder of CSV files.
struct ReportOutput {
  let result: ReportResult
  let isRaw: Bool
  /// Whether one block was chosen, so that CSV needs no folder.
  let isOneBlock: Bool

  /// Writes the result; a file appears whole or not at all.
  ///
  /// - Parameters:
  ///   - format: How to write it.
  ///   - file: Where to; nil and `-` for standard output.
  ///   - console: Where standard output is.
  /// - Throws: `OutputError`, `CommandError`.
  func write(_ format: ReportFormat, to file: FileArgument?, in console: Console) throws {
    guard let file, !file.isStandardStream else {
      return format == .csv
        ? try writeCSV(to: console.output) : try write(format, to: console.output)
    }
    if format == .csv, !isOneBlock {
      try writeFolder(file.path)
    } else if Folder.exists(at: file.path) {
      try write(format, toFileAt: "\(file.path)/\(fileName(format))")
    } else {
      try write(format, toFileAt: file.path)
    }
  }

  private func write(_ format: ReportFormat, to sink: any ByteSink) throws {
    switch format {
    case .markdown, .md: try MarkdownRenderer.write(result, to: sink)
    case .html: try HTMLRenderer.write(result, to: sink)
    case .json: try JSONRenderer.write(result, to: sink)
    case .csv:
      guard let block = result.blocks.first else { return }
      try CSVRenderer.write(block, of: result, to: sink, isRaw: isRaw)
    }
  }

  private func write(_ format: ReportFormat, toFileAt path: String) throws {
    let file = try AtomicFile(path: path)
    try write(format, to: file)
    try file.commit()
  }

  /// The blocks one after the other: as much as one stream can say of several tables.
  private func writeCSV(to sink: any ByteSink) throws {
    for (index, block) in result.blocks.enumerated() {
      if !isOneBlock { try sink.write("\(index > 0 ? "\r\n" : "")# \(block.name)\r\n") }
      try CSVRenderer.write(block, of: result, to: sink, isRaw: isRaw)
    }
  }

  private func writeFolder(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path), !Folder.exists(at: path) {
      throw CommandError.notAFolder(path: path)
    }
    try Folder.make(at: path)
    let header = try AtomicFile(path: "\(path)/\(CSVRenderer.headerFileName)")
    try CSVRenderer.writeHeader(of: result, to: header, isRaw: isRaw)
    try header.commit()
    for block in result.blocks {
      let file = try AtomicFile(path: "\(path)/\(CSVRenderer.fileName(of: block))")
      try CSVRenderer.write(block, of: result, to: file, isRaw: isRaw)
      try file.commit()
    }
  }

  /// The file's name in a folder that was named instead of a file.
  private func fileName(_ format: ReportFormat) -> String {
    switch format {
    case .markdown, .md: "\(result.report).md"
    case .json: "\(result.report).json"
    case .html: "\(result.report).html"
    case .csv: result.blocks.first.map(CSVRenderer.fileName) ?? "\(result.report).csv"
    }
  }
}
