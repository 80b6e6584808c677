extension CredentialSource {
  /// The source as a JSON object, which `init(json:)` reads.
  public var json: String {
    let fields: StoredSource =
      switch self {
      case .tokenFile(let path): StoredSource(kind: .token, file: path)
      case .tokenEnvironment(let name): StoredSource(kind: .token, environment: name)
      case .client(let id, .file(let path)): StoredSource(kind: .client, clientId: id, file: path)
      case .client(let id, .environment(let name)):
        StoredSource(kind: .client, clientId: id, environment: name)
      }
    return fields.json
  }

  /// Reads what `json` wrote.
  ///
  /// - Parameter json: The JSON object.
  /// - Throws: `DecodingProblem` when it is no such object.
  public init(json: String) throws(DecodingProblem) {
    let fields = try Array(json.utf8).withUnsafeBufferPointer { bytes throws(DecodingProblem) in
      try RecordDecoder<StoredSource>().decode(object: UnsafeRawBufferPointer(bytes))
    }
    switch (fields.kind, fields.clientId, fields.file, fields.environment) {
    case ("token", nil, let path?, nil): self = .tokenFile(path)
    case ("token", nil, nil, let name?): self = .tokenEnvironment(name)
    case ("client", let id?, let path?, nil): self = .client(id: id, secret: .file(path))
    case ("client", let id?, nil, let name?): self = .client(id: id, secret: .environment(name))
    default: throw .missingIdentifier("kind")
    }
  }
}

/// A source as flat fields.
private struct StoredSource: FlatRecord {
  enum Kind: String {
    case token
    case client
  }

  var kind: String
  var clientId: String?
  var file: String?
  var environment: String?

  init(kind: Kind, clientId: String? = nil, file: String? = nil, environment: String? = nil) {
    self.kind = kind.rawValue
    self.clientId = clientId
    self.file = file
    self.environment = environment
  }

  static var spellings: [[RecordField]] {
    [
      [
        RecordField("kind", .identifier), RecordField("clientId", .text),
        RecordField("file", .text), RecordField("environment", .text),
      ]
    ]
  }

  init(_ values: inout RecordValues) {
    kind = values.identifier()
    clientId = values.text()
    file = values.text()
    environment = values.text()
  }

  var json: String {
    var object = JSONObjectWriter()
    object.member("kind", kind)
    object.member("clientId", clientId)
    object.member("file", file)
    object.member("environment", environment)
    return String(decoding: object.finish(), as: UTF8.self)
  }
}
