internal import SQLite

/// The forms that the URLs of files have.
///
/// A file has two URLs of some hundred bytes, which differ from other files' by the file's id alone. A form is such a URL
/// with U+0001 for the id; a row of `attachment` has the number of its form instead of the URL. URLs that have no id in
/// them, or that come after so many forms that they are no forms, are kept as they are.
final class URLForms {
  /// Forms that are kept in all.
  private static let limit = 1_000
  /// What stands for the file's id.
  private static let place: UInt8 = 0x01

  private let connection: Connection
  private var numbers: [[UInt8]: Int64] = [:]

  init(connection: Connection) throws {
    self.connection = connection
    try connection.forEachRow("SELECT form, id FROM url_form") { row in
      numbers[row.bytes(at: 0) ?? []] = row.integer(at: 1)
    }
  }

  /// The number of the form of a file's URL; nil for a URL to be kept as it is.
  func number(of url: [UInt8]?, file: [UInt8]?) throws -> Int64? {
    guard let url, let file, let form = Self.form(of: url, file: file) else { return nil }
    if let number = numbers[form] { return number }
    guard numbers.count < Self.limit else { return nil }
    try connection.run(
      "INSERT INTO url_form(form) VALUES (?)",
      [.text(String(decoding: form, as: UTF8.self))]
    )
    numbers[form] = connection.lastInsertedRowid
    return connection.lastInsertedRowid
  }

  /// A URL with the file's id taken out wherever it stands; nil when it stands nowhere.
  private static func form(of url: [UInt8], file: [UInt8]) -> [UInt8]? {
    guard let first = file.first, url.allSatisfy({ (0x20...0x7e).contains($0) }) else { return nil }
    var form: [UInt8] = []
    form.reserveCapacity(url.count)
    var index = 0
    while index < url.count {
      let isFile = url[index] == first && url[index...].starts(with: file)
      form.append(isFile ? place : url[index])
      index += isFile ? file.count : 1
    }
    return form.contains(place) ? form : nil
  }

  /// SQL for a URL of the table `attachment`.
  ///
  /// - Parameter column: The column's name.
  /// - Returns: An expression.
  static func sql(_ column: String) -> String {
    """
    CASE typeof(\(column)) WHEN 'integer'
      THEN (SELECT replace(form, char(\(place)), file_id) FROM url_form WHERE id = \(column)) ELSE \(column) END
    """
  }
}
