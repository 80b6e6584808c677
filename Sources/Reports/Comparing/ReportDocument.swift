public import Foundation
public import Output

/// A report as its JSON has it: what two of them are compared by.
public struct ReportDocument: Sendable, Equatable {
  /// A block's rows.
  public struct Block: Sendable, Equatable {
    /// The block's name.
    public let name: String
    /// Its columns.
    public let columns: [String]
    /// Its rows, each as long as `columns`.
    public let rows: [[Cell]]
  }

  /// The report's name.
  public let report: String
  /// What else decides what it says: parameters, period, zone, revision and so on, by name.
  public let facts: [String: Cell]
  /// Its blocks, in order.
  public let blocks: [Block]

  /// Reads a JSON report.
  ///
  /// - Parameters:
  ///   - json: The document.
  ///   - file: Its name, for errors.
  /// - Throws: `ReportDocumentError`.
  public init(json: Data, file: String) throws(ReportDocumentError) {
    let document: Content
    do { document = try JSONDecoder().decode(Content.self, from: json) } catch {
      throw .notAReport(file: file)
    }
    guard document.schemaVersion == ReportResult.schemaVersion else {
      throw .otherVersion(
        file: file,
        version: document.schemaVersion,
        known: ReportResult.schemaVersion
      )
    }
    guard
      document.blocks.allSatisfy({ block in
        block.rows.allSatisfy { $0.count == block.columns.count }
      })
    else { throw .notAReport(file: file) }
    report = document.report
    var facts: [String: Cell] = [
      "timezone": .text(document.timezone), "revision": .integer(document.revision),
    ]
    for (name, value) in document.parameters { facts[name] = value.cell }
    for (name, value) in document.privacy ?? [:] { facts[name] = value.cell }
    self.facts = facts
    blocks = document.blocks.map { block in
      Block(name: block.name, columns: block.columns, rows: block.rows.map { $0.map(\.cell) })
    }
  }

  /// What a result's JSON would say.
  public init(_ result: ReportResult) {
    report = result.report
    var facts: [String: Cell] = [
      "timezone": .text(result.zone.identifier), "revision": .integer(result.header.revision),
    ]
    for parameter in result.parameters { facts[parameter.name] = parameter.value }
    facts["minGroup"] = .integer(Int64(result.header.minimumGroup))
    facts["pseudonymised"] = .boolean(result.header.isPseudonymised)
    self.facts = facts
    blocks = result.blocks.map { block in
      Block(name: block.name, columns: block.columns.map(\.name), rows: block.rows)
    }
  }

  private struct Content: Decodable {
    struct Block: Decodable {
      let name: String
      let columns: [String]
      let rows: [[Scalar]]
    }
    let schemaVersion: Int
    let report: String
    let timezone: String
    let revision: Int64
    let parameters: [String: Scalar]
    let privacy: [String: Scalar]?
    let blocks: [Block]
  }
}

/// A value of a JSON report.
private struct Scalar: Decodable {
  let cell: Cell

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      cell = .null
    } else if let isTrue = try? value.decode(Bool.self) {
      cell = .boolean(isTrue)
    } else if let number = try? value.decode(Int64.self) {
      cell = .integer(number)
    } else if let number = try? value.decode(Double.self) {
      cell = .real(number)
    } else {
      cell = .text(try value.decode(String.self))
    }
  }
}

/// Why a file is no report that can be compared.
public enum ReportDocumentError: Error, Sendable, Equatable {
  /// It is no JSON that a report writes.
  case notAReport(file: String)
  /// It is of another version of the shape.
  case otherVersion(file: String, version: Int, known: Int)
}

extension ReportDocumentError: CustomStringConvertible {
  /// One line: which file, and what to do.
  public var description: String {
    switch self {
    case .notAReport(let file):
      "'\(file)' is no report; write one with 'trawl report NAME --format json -o FILE'"
    case .otherVersion(let file, let version, let known):
      "'\(file)' is of version \(version) of the shape, and this program compares version \(known); write it anew"
    }
  }
}
